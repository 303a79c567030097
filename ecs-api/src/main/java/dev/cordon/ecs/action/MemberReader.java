package dev.cordon.ecs.action;

import dev.cordon.controlplane.command.AddressRequest;
import dev.cordon.controlplane.command.Member;
import dev.cordon.ecs.error.EcsError;
import dev.cordon.ecs.error.GroupErrors;
import dev.cordon.ecs.error.MemberErrors;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.Id;
import dev.cordon.model.policy.InstanceId;
import dev.cordon.model.policy.SecurityGroupId;
import java.util.List;

/// Reads whom a change of membership is about.
final class MemberReader {

    private MemberReader() {}

    /// Returns the instance or the ENI; just one of the two must be named.
    static Member read(Parameters parameters) {
        if (!parameters.has("NetworkInterfaceId")) {
            return new Member.OfInstance(
                    parameters.id("InstanceId", InstanceId::new, MemberErrors.malformedInstanceId()));
        }
        if (parameters.has("InstanceId")) {
            parameters.wrong(MemberErrors.instanceAndEni());
        }
        return new Member.OfEni(parameters.id("NetworkInterfaceId", EniId::new, MemberErrors.malformedEniId()));
    }

    /// Returns the groups of something new, each once; none if none are named.
    static List<SecurityGroupId> groups(Parameters parameters) {
        List<String> several = parameters.repeated("SecurityGroupIds");
        if (parameters.has("SecurityGroupId") && !several.isEmpty()) {
            parameters.wrong(MemberErrors.groupsTwice());
        }
        return groups(
                several.isEmpty() ? parameters.text("SecurityGroupId").stream().toList() : several, parameters);
    }

    /// Returns the one group of something new; none if none is named.
    static List<SecurityGroupId> group(Parameters parameters) {
        return groups(parameters.text("SecurityGroupId").stream().toList(), parameters);
    }

    /// Returns the groups of a list, each once.
    static List<SecurityGroupId> groups(Parameters parameters, String name) {
        return groups(parameters.repeated(name), parameters);
    }

    private static List<SecurityGroupId> groups(List<String> ids, Parameters parameters) {
        if (!ids.stream().allMatch(Id::isWellFormed)) {
            parameters.wrong(GroupErrors.malformedId());
        }
        return ids.stream()
                .filter(Id::isWellFormed)
                .distinct()
                .map(SecurityGroupId::new)
                .toList();
    }

    /// Returns the address asked for, or any.
    static AddressRequest address(Parameters parameters, String name, EcsError malformed) {
        return parameters
                .parsed(name, IpAddress::parse, malformed)
                .<AddressRequest>map(AddressRequest.Exactly::new)
                .orElseGet(AddressRequest.Any::new);
    }
}
