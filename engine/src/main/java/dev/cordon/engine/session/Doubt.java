package dev.cordon.engine.session;

import dev.cordon.engine.compile.EniPolicy;
import dev.cordon.engine.compile.HostView;
import dev.cordon.engine.decide.AddressSet;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.EniId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Sessions that may have turned to drop: begun at some addresses of this host, in one direction,
/// with some far sides.
///
/// @param direction of the first packet, seen from the local side
public record Doubt(Direction direction, AddressSet locals, Peers peers) {

    private static final AddressSet ALL = AddressSet.union(List.of(CidrBlock.ALL_IPV4, CidrBlock.ALL_IPV6));

    /// Returns which sessions to judge again when one view follows another, provided that the table
    /// was judged by the one before. A session in none of them is not ended by judging it.
    ///
    /// @param unknown ENIs of which nothing is known from before, such as those whose links have
    ///     just been bound
    /// @param anywhere ENIs that judge sessions of all addresses, not of their own alone
    public static List<Doubt> between(HostView before, HostView after, Set<EniId> unknown, Set<EniId> anywhere) {
        List<Doubt> doubts = new ArrayList<>();
        after.enis().values().forEach(policy -> {
            Optional<EniPolicy> was = before.enis().get(policy.eni()).filter(known -> !unknown.contains(known.eni()));
            AddressSet locals = anywhere.contains(policy.eni()) ? ALL : policy.addresses();
            if (was.isEmpty()) {
                add(locals, new Peers.Anybody(), doubts);
            } else {
                add(policy.addresses().beyond(was.get().addresses()), new Peers.Anybody(), doubts);
                for (Direction direction : Direction.values()) {
                    Peers peers = Flips.between(was.get().clauses(direction), policy.clauses(direction));
                    add(new Doubt(direction, locals, peers), doubts);
                }
            }
        });
        return doubts;
    }

    private static void add(AddressSet locals, Peers peers, List<Doubt> doubts) {
        for (Direction direction : Direction.values()) {
            add(new Doubt(direction, locals, peers), doubts);
        }
    }

    private static void add(Doubt doubt, List<Doubt> doubts) {
        if (!doubt.locals().isEmpty() && !(doubt.peers() instanceof Peers.Nobody)) {
            doubts.add(doubt);
        }
    }
}
