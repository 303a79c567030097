package dev.cordon.engine.session;

import dev.cordon.engine.compile.EniPolicy;
import dev.cordon.engine.compile.HostView;
import dev.cordon.engine.decide.AddressSet;
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

    /// Returns which sessions to judge again when one view follows another, provided that the table
    /// was judged by the one before. A session in none of them is not ended by judging it.
    ///
    /// @param unknown ENIs of which nothing is known from before, such as those whose links have
    ///     just been bound
    public static List<Doubt> between(HostView before, HostView after, Set<EniId> unknown) {
        List<Doubt> doubts = new ArrayList<>();
        after.enis().values().forEach(policy -> {
            Optional<EniPolicy> was = before.enis().get(policy.eni()).filter(known -> !unknown.contains(known.eni()));
            if (was.isEmpty()) {
                add(policy.addresses(), new Peers.Anybody(), doubts);
            } else {
                add(policy.addresses().beyond(was.get().addresses()), new Peers.Anybody(), doubts);
                for (Direction direction : Direction.values()) {
                    Peers peers = Flips.between(was.get().clauses(direction), policy.clauses(direction));
                    add(new Doubt(direction, policy.addresses(), peers), doubts);
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
