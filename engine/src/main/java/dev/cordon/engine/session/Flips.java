package dev.cordon.engine.session;

import dev.cordon.engine.decide.AddressSet;
import dev.cordon.engine.decide.Clause;
import dev.cordon.engine.decide.Clauses;
import dev.cordon.engine.decide.Condition;
import dev.cordon.engine.decide.Condition.PeerIn;
import dev.cordon.engine.decide.Condition.PeerNotIn;
import dev.cordon.model.policy.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whose sessions may turn from accept to drop when the clauses of an ENI and direction become
/// others. May name too many, never too few.
///
/// What stands the same at both ends of the two lists decides the same, so a flow that turns was
/// accepted by a clause between, or is dropped by one. Where the lists are equally long, it matches
/// the one clause of a pair and not the other.
public final class Flips {

    private Flips() {}

    public static Peers between(Clauses before, Clauses after) {
        if (before.equals(after)) {
            return new Peers.Nobody();
        }
        List<Clause> was = withOtherwise(before);
        List<Clause> is = withOtherwise(after);
        int first = 0;
        int shorter = Math.min(was.size(), is.size());
        while (first < shorter && decideAlike(was.get(first), is.get(first))) {
            first++;
        }
        int last = 0;
        while (last < shorter - first && decideAlike(was.get(was.size() - 1 - last), is.get(is.size() - 1 - last))) {
            last++;
        }
        List<Clause> gone = was.subList(first, was.size() - last);
        List<Clause> come = is.subList(first, is.size() - last);
        return gone.size() == come.size()
                ? ofPairs(gone, come)
                : of(gone, Action.ACCEPT).or(of(come, Action.DROP));
    }

    private static List<Clause> withOtherwise(Clauses clauses) {
        List<Clause> all = new ArrayList<>(clauses.inOrder());
        all.add(new Clause(List.of(), clauses.otherwise()));
        return all;
    }

    private static boolean decideAlike(Clause one, Clause other) {
        return action(one) == action(other) && one.conditions().equals(other.conditions());
    }

    private static Action action(Clause clause) {
        return clause.verdict().action();
    }

    private static Peers of(List<Clause> clauses, Action action) {
        Peers peers = new Peers.Nobody();
        for (Clause clause : clauses) {
            peers = action(clause) == action ? peers.or(of(clause)) : peers;
        }
        return peers;
    }

    /// Returns the far sides of what a clause matches.
    private static Peers of(Clause clause) {
        for (Condition condition : clause.conditions()) {
            if (condition instanceof PeerIn(AddressSet set)) {
                return Peers.of(set);
            }
        }
        return new Peers.Anybody();
    }

    private static Peers ofPairs(List<Clause> gone, List<Clause> come) {
        Peers peers = new Peers.Nobody();
        for (int i = 0; i < gone.size(); i++) {
            peers = peers.or(ofPair(gone.get(i), come.get(i)));
        }
        return peers;
    }

    private static Peers ofPair(Clause gone, Clause come) {
        return switch (action(gone)) {
            case ACCEPT -> action(come) == Action.ACCEPT ? matchedAlone(gone, come) : of(gone).or(of(come));
            case DROP -> action(come) == Action.DROP ? matchedAlone(come, gone) : new Peers.Nobody();
        };
    }

    /// Returns the far sides of what one clause matches and the other does not.
    private static Peers matchedAlone(Clause one, Clause other) {
        if (one.conditions().size() != other.conditions().size()) {
            return of(one);
        }
        Peers peers = new Peers.Nobody();
        for (int i = 0; i < one.conditions().size(); i++) {
            Optional<Peers> failing =
                    failing(one.conditions().get(i), other.conditions().get(i));
            if (failing.isEmpty()) {
                return of(one);
            }
            peers = peers.or(failing.get());
        }
        return peers;
    }

    /// Returns the far sides for which the one condition holds and the other does not; nothing if
    /// it is not the far side that tells.
    private static Optional<Peers> failing(Condition one, Condition other) {
        if (one.equals(other)) {
            return Optional.of(new Peers.Nobody());
        }
        if (one instanceof PeerIn(AddressSet mine) && other instanceof PeerIn(AddressSet others)) {
            return Optional.of(Peers.of(mine.beyond(others)));
        }
        if (one instanceof PeerNotIn(AddressSet mine) && other instanceof PeerNotIn(AddressSet others)) {
            return Optional.of(Peers.of(others.beyond(mine)));
        }
        return Optional.empty();
    }
}
