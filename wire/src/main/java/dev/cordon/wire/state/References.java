package dev.cordon.wire.state;

import dev.cordon.model.policy.Attachment.Attached;
import dev.cordon.model.policy.Attachment.Detached;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.Entity;
import dev.cordon.model.policy.Id;
import dev.cordon.model.policy.Instance;
import dev.cordon.model.policy.Peer;
import dev.cordon.model.policy.PortList;
import dev.cordon.model.policy.PortMatch;
import dev.cordon.model.policy.PrefixList;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.SecurityGroup;
import dev.cordon.model.policy.VSwitch;
import dev.cordon.model.policy.Vpc;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What objects refer to, and whether all of it is there.
final class References {

    private References() {}

    /// Returns what keeps the objects from being a state: an id that two of them have, or a
    /// reference that leads nowhere.
    static Optional<String> problem(List<Entity> entities) {
        Set<Id> ids = new HashSet<>();
        Optional<String> twice = entities.stream()
                .filter(entity -> !ids.add(entity.id()))
                .map(entity -> "`" + StoreKey.of(entity.id()) + "` is there twice")
                .findFirst();
        return twice.or(
                () -> entities.stream().flatMap(entity -> dangling(entity, ids)).findFirst());
    }

    private static Stream<String> dangling(Entity entity, Set<Id> ids) {
        return of(entity)
                .filter(target -> !ids.contains(target))
                .map(target -> "`" + StoreKey.of(entity.id()) + "` refers to `" + StoreKey.of(target)
                        + "`, which is not there");
    }

    private static Stream<Id> of(Entity entity) {
        return switch (entity) {
            case Vpc vpc -> Stream.empty();
            case PrefixList list -> Stream.empty();
            case PortList list -> Stream.empty();
            case VSwitch vSwitch -> Stream.of(vSwitch.vpc());
            case SecurityGroup group -> Stream.of(group.vpc());
            case Instance instance -> Stream.of(instance.vpc());
            case Rule rule -> of(rule);
            case Eni eni -> of(eni);
        };
    }

    private static Stream<Id> of(Rule rule) {
        Stream<Id> peer = switch (rule.match().peer()) {
            case Peer.Block(var block) -> Stream.empty();
            case Peer.Group(var group) -> Stream.of(group);
            case Peer.Listed(var list) -> Stream.of(list);
        };
        Stream<Id> ports = switch (rule.match().destinationPorts()) {
            case PortMatch.Range(var range) -> Stream.empty();
            case PortMatch.Listed(var list) -> Stream.of(list);
        };
        return Stream.of(Stream.<Id>of(rule.group()), peer, ports).flatMap(ids -> ids);
    }

    private static Stream<Id> of(Eni eni) {
        Stream<Id> instance = switch (eni.attachment()) {
            case Detached() -> Stream.empty();
            case Attached(var id, var role) -> Stream.of(id);
        };
        return Stream.of(Stream.<Id>of(eni.vpc(), eni.vSwitch()), instance, eni.groups().stream())
                .flatMap(ids -> ids);
    }
}
