package dev.cordon.conformance.netns.packets;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cordon.agent.kernel.RequiresRoot;
import dev.cordon.conformance.differential.Comparison;
import dev.cordon.conformance.differential.History;
import dev.cordon.conformance.differential.Seeds;
import dev.cordon.model.Chance;
import dev.cordon.model.RandomFlows;
import dev.cordon.model.RandomStates;
import dev.cordon.model.net.Flow;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.Mark;
import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.Profile;
import dev.cordon.model.policy.Profile.ChangePolicy;
import dev.cordon.model.policy.Profile.IntraEgress;
import dev.cordon.model.policy.Profile.Isolation;
import dev.cordon.model.state.PolicyState;
import dev.cordon.spec.Spec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// *Kernel agrees*: packets end as the spec says, at every side that judges them, and so do the
/// packets that answer them.
///
/// One thing besides the spec decides: what conntrack calls invalid is dropped, but for errors
/// about the length of packets that come in.
@RequiresRoot
final class KernelAgreesNetnsTest {

    /// What is rare, such as an ICMPv6 that passes and is answered, may need more states.
    private static final int ROUND_COUNT_MAX = 4;

    private static final int STATE_COUNT = 160;
    private static final int FLOWS_PER_GUEST = 14;
    private static final int GUEST_COUNT_MAX = 5;

    /// Pairs of a policy and a flow whose verdict is the spec's alone.
    private static final int PAIR_COUNT_MIN = 2_000;

    /// TCP, UDP, both ICMPs, GRE, ESP and SCTP.
    private static final Set<IpProtocol> PROTOCOLS =
            Stream.of(6, 17, 1, 58, 47, 50, 132).map(IpProtocol::new).collect(Collectors.toUnmodifiableSet());

    private final Tally tally = new Tally();

    /// What has been looked at, so that no run passes by looking at nothing.
    private static final class Tally {
        private int pairs;
        private int delivered;
        private int answered;
        private int betweenGuests;
        private int version6;
        private int forged;

        /// Answers that would be dropped, were they the first packets of sessions.
        private int onlyAsAnswers;

        private final Set<IpProtocol> passing = new HashSet<>();

        private void count(Profile profile, PolicyState state, Probe probe, Outcome outcome) {
            pairs += FlowPackets.beginsSession(probe.flow()) ? 1 : 0;
            delivered += outcome == Outcome.DROPPED ? 0 : 1;
            answered += outcome == Outcome.ANSWERED ? 1 : 0;
            betweenGuests += probe.from().isPresent() && probe.to().isPresent() ? 1 : 0;
            version6 += probe.flow().family().lengthBits() == 128 ? 1 : 0;
            forged += probe.isForged(state) ? 1 : 0;
            if (outcome == Outcome.ANSWERED) {
                passing.add(probe.flow().protocol());
                Probe back = new Probe(FlowPackets.reversed(probe.flow()), probe.to(), probe.from());
                onlyAsAnswers += isAccepted(profile, state, back) ? 0 : 1;
            }
        }

        private boolean isWide() {
            return pairs >= PAIR_COUNT_MIN
                    && version6 > 0
                    && forged > 0
                    && onlyAsAnswers > 0
                    && passing.equals(PROTOCOLS);
        }

        @Override
        public String toString() {
            return pairs + " pairs, " + delivered + " delivered, " + answered + " answered, " + betweenGuests
                    + " between guests, " + version6 + " of IPv6, " + forged + " forged, "
                    + onlyAsAnswers + " answers that no rule admits, protocols that passed " + passing;
        }
    }

    private enum Outcome {
        DROPPED,
        DELIVERED,
        ANSWERED
    }

    @Test
    void packetsEndAsTheSpecSays() {
        try (TapHost taps = new TapHost(GUEST_COUNT_MAX)) {
            taps.namespace().call(() -> {
                try (GuardedHost host = new GuardedHost(taps)) {
                    for (int round = 0; round < ROUND_COUNT_MAX && !tally.isWide(); round++) {
                        Seeds.forEach(STATE_COUNT, chance -> compare(host, chance));
                    }
                    return true;
                }
            });
        }
        System.out.println("kernel agrees: " + tally);
        assertTrue(Seeds.isOne() || tally.isWide(), tally::toString);
    }

    private void compare(GuardedHost host, Chance chance) {
        PolicyState state = new RandomStates(chance).next();
        Profile profile =
                new Profile(chance.of(IntraEgress.values()), chance.of(Isolation.values()), ChangePolicy.REVALIDATE);
        List<Eni> guests = guests(chance, state);
        host.enforce(profile, state, guests);
        for (Probe probe : probes(chance, state, guests)) {
            Outcome expected = expected(profile, state, probe);
            Outcome found = outcome(host, probe);
            tally.count(profile, state, probe, found);
            if (expected != found) {
                throw new AssertionError("kernel says " + found + ", spec says " + expected + " of " + probe + "\n"
                        + Comparison.smallest(probe.asHistory(profile, state), history -> disagrees(host, history)));
            }
        }
    }

    /// Returns ENIs of one VPC, whose addresses differ. Others are outside.
    private static List<Eni> guests(Chance chance, PolicyState state) {
        List<Eni> enis = state.enis().toList();
        if (enis.isEmpty()) {
            return List.of();
        }
        Eni first = chance.of(enis);
        List<Eni> mates = enis.stream()
                .filter(eni -> eni.vpc().equals(first.vpc()) && !eni.equals(first))
                .toList();
        List<Eni> guests = new ArrayList<>(chance.oneIn(3) ? chance.some(mates, GUEST_COUNT_MAX - 1) : mates);
        guests.add(first);
        return guests;
    }

    /// Returns flows of which no one could be taken for part of another one's session.
    private static List<Probe> probes(Chance chance, PolicyState state, List<Eni> guests) {
        RandomFlows flows = new RandomFlows(chance, state);
        List<Probe> probes = new ArrayList<>();
        Set<Flow> sessions = new HashSet<>();
        for (Eni eni : guests) {
            for (int i = 0; i < FLOWS_PER_GUEST; i++) {
                Direction direction = chance.of(Direction.values());
                Flow flow = flows.next(eni, direction);
                Optional<EniId> from =
                        direction == Direction.EGRESS ? Optional.of(eni.id()) : Probe.owner(guests, flow.source());
                Probe probe = new Probe(flow, from, Probe.owner(guests, flow.destination()));
                if (probe.isForwarded()
                        && !sessions.contains(FlowPackets.reversed(flow))
                        && sessions.add(unmarked(flow))) {
                    probes.add(probe);
                }
            }
        }
        return probes;
    }

    private static Flow unmarked(Flow flow) {
        return new Flow(flow.source(), flow.destination(), flow.protocol(), flow.transport(), Mark.NONE);
    }

    private static Outcome expected(Profile profile, PolicyState state, Probe probe) {
        boolean forged = probe.isForged(state);
        if (forged || !isAccepted(profile, state, probe)) {
            return Outcome.DROPPED;
        }
        if (FlowPackets.beginsSession(probe.flow())) {
            return Outcome.ANSWERED;
        }
        return FlowPackets.isPathMtuError(probe.flow()) && probe.from().isEmpty() ? Outcome.DELIVERED : Outcome.DROPPED;
    }

    private static boolean isAccepted(Profile profile, PolicyState state, Probe probe) {
        Spec spec = new Spec(profile, state);
        return probe.from()
                        .map(eni ->
                                spec.decide(eni, Direction.EGRESS, probe.flow()).action() == Action.ACCEPT)
                        .orElse(true)
                && probe.to()
                        .map(eni -> spec.decide(eni, Direction.INGRESS, probe.flow())
                                        .action()
                                == Action.ACCEPT)
                        .orElse(true);
    }

    private static Outcome outcome(GuardedHost host, Probe probe) {
        byte[] opening = FlowPackets.opening(probe.flow(), PacketNumber.next());
        if (!host.passes(probe.from(), probe.to(), opening)) {
            return Outcome.DROPPED;
        }
        boolean answered = FlowPackets.answer(probe.flow(), PacketNumber.next())
                .map(answer -> host.passes(probe.to(), probe.from(), answer))
                .orElse(false);
        return answered ? Outcome.ANSWERED : Outcome.DELIVERED;
    }

    /// Tells whether kernel and spec say different things of the packet of a history, with only the
    /// ENIs that judge it behind links.
    private static boolean disagrees(GuardedHost host, History history) {
        Optional<Probe> found = Probe.of(history);
        if (found.isEmpty() || !found.get().isForwarded()) {
            return false;
        }
        Probe probe = found.get();
        List<Eni> guests = new ArrayList<>();
        probe.from().flatMap(history.first()::eni).ifPresent(guests::add);
        probe.to().flatMap(history.first()::eni).ifPresent(guests::add);
        boolean routed = Probe.owner(guests, probe.flow().destination()).equals(probe.to())
                && guests.size() == history.arrivals().count();
        if (!routed) {
            return false;
        }
        host.enforce(history.profile(), history.first(), guests);
        return expected(history.profile(), history.first(), probe) != outcome(host, probe);
    }
}
