package dev.cordon.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.bench.kernel.Firewall;
import dev.cordon.bench.kernel.KernelBench;
import dev.cordon.bench.kernel.PacketBench.Cost;
import dev.cordon.bench.kernel.PolicySize;
import dev.cordon.bench.kernel.StormBench;
import dev.cordon.bench.kernel.Timing;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class KernelReportTest {

    private static final KernelBench.Result RESULT = new KernelBench.Result(
            List.of(new KernelBench.Case(
                    new PolicySize(100, 1_000, 2, 1),
                    Map.of(
                            Firewall.INJECTION, new Cost(400, 500),
                            Firewall.CONNTRACK, new Cost(1_400, 2_500),
                            Firewall.CORDON, new Cost(1_900, 5_500)))),
            List.of(new Timing("one member: kernel", List.of(Duration.ofMillis(3)))),
            List.of(new StormBench.Result(1_000, 1_100, 100_000, 0)));

    @Test
    void theCostOfInjectionIsTakenOff() {
        assertThat(KernelReport.text(RESULT))
                .contains(
                        "Cordon                           1900    1500   1.36   1.50     5500    5000   2.20   2.50\n")
                .contains("one member: kernel                                1       3.00       3.00       3.00\n")
                .contains("while 100000 packets a second are denied 1100 ns (x 1.10), 0 lost\n")
                .doesNotContain(Firewall.LINEAR.title());
    }

    @Test
    void jsonHasTheSameFigures() {
        JsonNode json = KernelReport.json(RESULT);
        JsonNode cordon = json.at("/packets/0/firewalls/Cordon/established");
        assertThat(cordon.get("netNanos").asLong()).isEqualTo(1_500);
        assertThat(cordon.get("netTimesConntrack").asDouble()).isEqualTo(1.5);
        assertThat(json.at("/storm/deniedPerSecond").asLong()).isEqualTo(100_000);
        assertThat(json.at("/updates/one member: kernel/count").asInt()).isEqualTo(1);
    }
}
