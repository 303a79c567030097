package dev.cordon.ecs.action;

import dev.cordon.ecs.error.GeneralErrors;
import dev.cordon.ecs.error.LabelErrors;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.Id;
import dev.cordon.model.policy.InstanceId;
import dev.cordon.model.policy.PortListId;
import dev.cordon.model.policy.PrefixListId;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.policy.VSwitchId;
import dev.cordon.model.policy.VpcId;
import dev.cordon.model.state.Kind;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// A kind of object as requests about labels name it.
///
/// @param name as it is shown
/// @spec https://alibabacloud.com/help/en/ecs/api-tagresources ResourceType
record ResourceType(String name, Kind kind, Function<String, Id> make) {

    private static final int OBJECT_COUNT_MAX = 50;

    private static final SortedMap<String, ResourceType> OF_ECS = byName(
            new ResourceType("eni", Kind.ENI, EniId::new),
            new ResourceType("instance", Kind.INSTANCE, InstanceId::new),
            new ResourceType("portrangelist", Kind.PORT_LIST, PortListId::new),
            new ResourceType("prefixlist", Kind.PREFIX_LIST, PrefixListId::new),
            new ResourceType("securitygroup", Kind.GROUP, SecurityGroupId::new));

    private static final SortedMap<String, ResourceType> OF_VPC = byName(
            new ResourceType("VPC", Kind.VPC, VpcId::new), new ResourceType("VSWITCH", Kind.V_SWITCH, VSwitchId::new));

    private static SortedMap<String, ResourceType> byName(ResourceType... types) {
        SortedMap<String, ResourceType> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (ResourceType type : types) {
            all.put(type.name(), type);
        }
        return Collections.unmodifiableSortedMap(all);
    }

    /// Returns those of a product.
    static Map<String, ResourceType> of(String version) {
        return version.equals(Versions.VPC) ? OF_VPC : OF_ECS;
    }

    /// Returns the type that a request names; if it names none, another stands in.
    static ResourceType read(Parameters parameters, String version) {
        Map<String, ResourceType> types = of(version);
        if (!parameters.has("ResourceType")) {
            parameters.wrong(LabelErrors.missingType());
        }
        return optional(parameters, version)
                .orElseGet(() -> types.values().iterator().next());
    }

    /// Returns the type that a request names, if it names one.
    static Optional<ResourceType> optional(Parameters parameters, String version) {
        Map<String, ResourceType> types = of(version);
        return parameters.parsed(
                "ResourceType", text -> Optional.ofNullable(types.get(text)), LabelErrors.unknownType(types.keySet()));
    }

    /// Returns the objects that a request names as `ResourceId.N`, of which there must be some.
    List<Id> objects(Parameters parameters) {
        List<String> ids = parameters.repeated("ResourceId");
        if (ids.isEmpty()) {
            parameters.wrong(GeneralErrors.missingParameter("ResourceId.N"));
        }
        limitObjects(parameters);
        ids.stream()
                .filter(id -> !Id.isWellFormed(id))
                .findFirst()
                .ifPresent(id -> parameters.wrong(LabelErrors.objectNotFound("of that id")));
        return ids.stream().filter(Id::isWellFormed).distinct().map(make).toList();
    }

    /// Sees to it that a request names no more objects than one call may be about.
    static void limitObjects(Parameters parameters) {
        if (parameters.repeated("ResourceId").size() > OBJECT_COUNT_MAX) {
            parameters.wrong(LabelErrors.tooManyObjects(OBJECT_COUNT_MAX));
        }
    }

    /// Returns the one object that a request names as `ResourceId`.
    Id object(Parameters parameters) {
        return parameters.id("ResourceId", make, LabelErrors.objectNotFound("of that id"));
    }
}
