package dev.cordon.nft.lower;

import dev.cordon.model.net.IpProtocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// Protocols without ports that the clauses of a scope treat alike: one that is named, or those
/// between two that are.
record Protocols(IpProtocol first, IpProtocol last) {

    /// Returns all protocols without ports, in their order.
    static List<Protocols> of(List<ScopeClause> clauses) {
        SortedSet<IpProtocol> named = new TreeSet<>(List.of(IpProtocol.TCP, IpProtocol.UDP));
        clauses.forEach(clause -> clause.protocol().ifPresent(named::add));
        List<Protocols> all = new ArrayList<>();
        int next = 0;
        for (IpProtocol protocol : named) {
            between(next, protocol.number() - 1).ifPresent(all::add);
            if (!protocol.hasPorts()) {
                all.add(new Protocols(protocol, protocol));
            }
            next = protocol.number() + 1;
        }
        between(next, IpProtocol.NUMBER_MAX).ifPresent(all::add);
        return all;
    }

    private static Optional<Protocols> between(int first, int last) {
        return first <= last
                ? Optional.of(new Protocols(new IpProtocol(first), new IpProtocol(last)))
                : Optional.empty();
    }

    boolean isSpokenOfBy(ScopeClause clause) {
        return clause.protocol().map(first::equals).orElse(true);
    }
}
