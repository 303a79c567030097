package dev.cordon.controlplane.command;

import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.InstanceId;
import dev.cordon.model.policy.PortListId;
import dev.cordon.model.policy.PrefixListId;
import dev.cordon.model.policy.RuleId;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.policy.VSwitchId;
import dev.cordon.model.policy.VpcId;
import java.util.List;

/// What the user learns from a command that was accepted.
public sealed interface Answer {

    record Done() implements Answer {}

    record VpcCreated(VpcId id) implements Answer {}

    record VSwitchCreated(VSwitchId id) implements Answer {}

    record GroupCreated(SecurityGroupId id) implements Answer {}

    /// @param ids one for each rule of the command, in its order: the new rule's, or that of the
    ///     equal rule which was there before
    record RulesAuthorized(List<RuleId> ids) implements Answer {

        public RulesAuthorized {
            ids = List.copyOf(ids);
        }
    }

    record RulesRevoked(int count) implements Answer {}

    /// @param ids in the order of the command
    record InstancesCreated(List<InstanceId> ids) implements Answer {

        public InstancesCreated {
            ids = List.copyOf(ids);
        }
    }

    record PrefixListCreated(PrefixListId id) implements Answer {}

    record PortListCreated(PortListId id) implements Answer {}

    record InstanceCreated(InstanceId id) implements Answer {}

    /// @param family that was asked for
    /// @param addresses those that are new
    /// @param prefixes those that are new
    record AddressesAssigned(EniId eni, AddressFamily family, List<IpAddress> addresses, List<CidrBlock> prefixes)
            implements Answer {

        public AddressesAssigned {
            addresses = List.copyOf(addresses);
            prefixes = List.copyOf(prefixes);
        }
    }

    record EniCreated(Eni eni) implements Answer {}
}
