package dev.cordon.bench.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cordon.agent.kernel.RequiresRoot;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Measures with tiny numbers. What it takes is looked at by nobody.
@RequiresRoot
class KernelBenchNetnsTest {

    private static final PolicySize TINY = new PolicySize(3, 2, 3, 1);

    private static final Settings SETTINGS = new Settings(
            new Settings.PacketSizes(List.of(3), List.of(4), TINY, 5),
            new Settings.UpdateSizes(4, 2, 20),
            new Settings.Repeats(2, 1_000, 3));

    @Test
    void everythingIsMeasured() {
        List<String> progress = new ArrayList<>();
        KernelBench.Result result = new KernelBench(SETTINGS, progress::add).run(EnumSet.allOf(KernelBench.Part.class));
        assertThat(result.cases())
                .extracting(KernelBench.Case::size)
                .containsExactly(TINY, TINY.withRules(4), TINY.withMembers(5));
        assertThat(result.cases())
                .allSatisfy(measured -> assertThat(measured.costs()).containsOnlyKeys(Firewall.available()));
        assertThat(result.timings())
                .hasSize(10)
                .allSatisfy(timing -> assertThat(timing.took()).isNotEmpty());
        assertThat(result.storms()).singleElement().satisfies(storm -> {
            assertThat(storm.lost()).isZero();
            assertThat(storm.deniedPerSecond()).isPositive();
        });
        assertThat(progress).hasSize(7);
    }

    @ParameterizedTest
    @EnumSource(
            value = Firewall.class,
            names = {"IPTABLES", "IPTABLES_NFT", "LINEAR", "CORDON_WITHOUT_GUARD", "CORDON"})
    void everyFirewallDeniesAStranger(Firewall firewall) {
        assumeTrue(Firewall.available().contains(firewall), () -> firewall.title() + " is not installed");
        try (BenchHost host = BenchHost.open(TINY.enis());
                PacketBench.Flows flows = new PacketBench.Flows()) {
            firewall.install(host, MeasuredPolicy.of(TINY));
            long before = host.sent(MeasuredPolicy.SERVER);
            host.inject(flows.denied(), MeasuredPolicy.STRANGER, 100);
            assertThat(host.sent(MeasuredPolicy.SERVER)).isEqualTo(before);
            host.inject(flows.there(), MeasuredPolicy.CLIENT, 100);
            assertThat(host.sent(MeasuredPolicy.SERVER)).isEqualTo(before + 100);
        }
    }
}
