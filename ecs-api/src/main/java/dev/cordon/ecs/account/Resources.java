package dev.cordon.ecs.account;

import dev.cordon.model.policy.AccountId;
import dev.cordon.wire.Json;
import dev.cordon.wire.Parsed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// The names that RAM has for what a call is about, such as
/// `acs:ecs:cn-hangzhou:1000000000000001:securitygroup/sg-1`.
///
/// A call that names no object of its kind is about all of them, `securitygroup/*`.
///
/// @spec https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-ram
/// RAM authorization
public final class Resources {

    /// A kind of object, and where requests name it.
    ///
    /// @param product that it belongs to
    /// @param word in the names of actions and of parameters
    private record Kind(String product, String type, String word, List<String> parameters) {

        static Kind of(String product, String type, String word, String... parameters) {
            return new Kind(product, type, word, List.of(parameters));
        }
    }

    /// In the order in which an action is looked through for what it is about.
    private static final List<Kind> KINDS = List.of(
            Kind.of("ecs", "securitygroup", "SecurityGroup", "SecurityGroupId", "SecurityGroupIds"),
            Kind.of("ecs", "eni", "NetworkInterface", "NetworkInterfaceId", "NetworkInterfaceIds"),
            Kind.of("ecs", "instance", "Instance", "InstanceId", "InstanceIds"),
            Kind.of("ecs", "prefixlist", "PrefixList", "PrefixListId", "PrefixListIds"),
            Kind.of("ecs", "portrangelist", "PortRangeList", "PortRangeListId", "PortRangeListIds"),
            Kind.of("vpc", "vswitch", "VSwitch", "VSwitchId"),
            Kind.of("vpc", "vpc", "Vpc", "VpcId"));

    private Resources() {}

    public static List<String> of(
            String action, SortedMap<String, String> parameters, String region, AccountId account) {
        List<String> resources = new ArrayList<>();
        List<Kind> own = KINDS.stream()
                .filter(kind -> action.contains(kind.word()))
                .limit(1)
                .toList();
        for (Kind kind : KINDS) {
            List<String> ids = kind.parameters().stream()
                    .flatMap(name -> named(name, parameters))
                    .toList();
            boolean isAll = ids.isEmpty() && own.contains(kind);
            (isAll ? Stream.of("*") : ids.stream())
                    .map(id -> "acs:" + kind.product() + ":" + region + ":" + account + ":" + kind.type() + "/" + id)
                    .forEach(resources::add);
        }
        return resources.isEmpty() ? List.of("acs:ecs:" + region + ":" + account + ":*") : resources;
    }

    /// Returns the ids in a parameter, in those numbered behind it, or in a list that it holds.
    private static Stream<String> named(String name, Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .filter(entry -> entry.getKey().equals(name)
                        || entry.getKey().startsWith(name + ".")
                                && entry.getKey().substring(name.length() + 1).matches("[0-9]{1,6}"))
                .flatMap(entry -> ids(entry.getValue()));
    }

    private static Stream<String> ids(String value) {
        return switch (Json.parse(value)) {
            case Parsed.Ok<JsonNode>(JsonNode list)
            when list.isArray() ->
                StreamSupport.stream(list.spliterator(), false).map(id -> id.asString(""));
            case Parsed.Ok<JsonNode> other -> Stream.of(value);
            case Parsed.Bad<JsonNode> plain -> Stream.of(value);
        };
    }
}
