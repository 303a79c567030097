package dev.cordon.bench.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.engine.compile.HostView;
import org.junit.jupiter.api.Test;

/// The rules of the other firewalls are generated from the same view.
class OtherFirewallsTest {

    private static final MeasuredPolicy POLICY = MeasuredPolicy.of(new PolicySize(3, 2, 3, 1));
    private static final HostView VIEW = POLICY.view();

    @Test
    void linearIsALineForEachClause() {
        String text = LinearRuleset.of(VIEW, POLICY.bindings());
        assertThat(text)
                .contains("elements = { 10.0.0.1, 10.64.0.1 }")
                .contains("chain tap1_in {\nct state established,related return\nct state invalid drop\n")
                .contains("\"tap1\" : jump tap1_in")
                .containsPattern("ip saddr @set\\d+_ip meta l4proto 17 th dport \\{ 53-53 } return"
                        + "|meta l4proto 17 th dport \\{ 53-53 } ip saddr @set\\d+_ip return");
    }

    @Test
    void neutronsShapeLeadsFromPortsToChains() {
        NeutronRuleset.Text text = NeutronRuleset.of(VIEW, POLICY.bindings());
        assertThat(text.ipset()).contains(" hash:net family inet", " 10.64.0.1/32\n");
        assertThat(text.iptables())
                .startsWith("*filter\n")
                .endsWith("COMMIT\n")
                .contains("-A ports -o tap1 -j sg-chain\n", "-A sg-chain -o tap1 -j i-tap1\n")
                .contains("-A s-tap1 -s 10.0.0.2/32 -j RETURN\n-A s-tap1 -j DROP\n")
                .containsPattern(
                        "-A i-tap1 -p udp -m multiport --dports 53 -m set --match-set NIPv4-\\d+ src -j RETURN\n");
    }
}
