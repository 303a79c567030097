package dev.cordon.agent.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.agent.kernel.ConntrackFilter;
import dev.cordon.agent.kernel.ConntrackFilter.Place;
import dev.cordon.engine.decide.AddressSet;
import dev.cordon.engine.session.Doubt;
import dev.cordon.engine.session.Peers;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.policy.Direction;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class DumpPlanTest {

    private static final int MANY = 1_000_000;
    private static final Peers ANYBODY = new Peers.Anybody();

    private static AddressSet set(String... blocks) {
        return AddressSet.union(Stream.of(blocks).map(CidrBlock::of).toList());
    }

    private static ConntrackFilter filter(Place place, String address) {
        return new ConntrackFilter(place, IpAddress.of(address));
    }

    @Test
    void nothingInDoubtNeedsNoDump() {
        assertThat(DumpPlan.of(List.of(), 0)).isEqualTo(new DumpPlan.Filtered(Set.of()));
    }

    @Test
    void oneDirectionOfOneAddressIsOneFilter() {
        assertThat(DumpPlan.of(List.of(new Doubt(Direction.INGRESS, set("192.0.2.1"), ANYBODY)), 0))
                .isEqualTo(new DumpPlan.Filtered(Set.of(filter(Place.ORIGINAL_DESTINATION, "192.0.2.1"))));
        assertThat(DumpPlan.of(List.of(new Doubt(Direction.EGRESS, set("2001:db8::1"), ANYBODY)), 0))
                .isEqualTo(new DumpPlan.Filtered(Set.of(filter(Place.ORIGINAL_SOURCE, "2001:db8::1"))));
    }

    /// A member leaves a group that the rules of many ENIs name.
    @Test
    void onePeerOfManyIsOneFilter() {
        Peers member = new Peers.Among(set("198.51.100.7"));
        List<Doubt> doubts = IntStream.rangeClosed(1, 100)
                .mapToObj(i -> new Doubt(Direction.INGRESS, set("192.0.2." + i), member))
                .toList();
        assertThat(DumpPlan.of(doubts, 0))
                .isEqualTo(new DumpPlan.Filtered(Set.of(filter(Place.ORIGINAL_SOURCE, "198.51.100.7"))));
    }

    @Test
    void manyAddressesAreOneWholeDump() {
        List<Doubt> doubts = IntStream.rangeClosed(1, DumpPlan.FILTER_COUNT_MAX + 1)
                .mapToObj(i -> new Doubt(Direction.INGRESS, set("192.0.2." + i), ANYBODY))
                .toList();
        assertThat(DumpPlan.of(doubts, MANY)).isEqualTo(new DumpPlan.Whole());
        assertThat(DumpPlan.of(doubts.subList(1, doubts.size()), MANY)).isInstanceOf(DumpPlan.Filtered.class);
    }

    @Test
    void aSmallTableIsReadWhole() {
        Doubt doubt = new Doubt(Direction.INGRESS, set("192.0.2.1", "192.0.2.2"), ANYBODY);
        assertThat(DumpPlan.of(List.of(doubt), DumpPlan.SESSIONS_PER_FILTER - 1))
                .isEqualTo(new DumpPlan.Whole());
        assertThat(DumpPlan.of(List.of(doubt), DumpPlan.SESSIONS_PER_FILTER)).isInstanceOf(DumpPlan.Filtered.class);
    }

    @Test
    void aBlockCannotBeLookedFor() {
        Doubt doubt = new Doubt(Direction.INGRESS, set("192.0.2.0/28"), ANYBODY);
        assertThat(DumpPlan.of(List.of(doubt), MANY)).isEqualTo(new DumpPlan.Whole());
        Doubt withPeer = new Doubt(Direction.INGRESS, set("192.0.2.0/28"), new Peers.Among(set("192.0.2.99")));
        assertThat(DumpPlan.of(List.of(withPeer), MANY))
                .isEqualTo(new DumpPlan.Filtered(Set.of(filter(Place.ORIGINAL_SOURCE, "192.0.2.99"))));
    }
}
