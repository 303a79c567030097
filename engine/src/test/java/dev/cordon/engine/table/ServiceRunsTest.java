package dev.cordon.engine.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.PortRange;
import dev.cordon.model.policy.Peer;
import dev.cordon.model.policy.PortMatch;
import dev.cordon.model.policy.ProtocolMatch;
import dev.cordon.model.policy.RuleMatch;
import dev.cordon.model.state.PolicyState;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ServiceRunsTest {

    private static final int TCP = IpProtocol.TCP.number();
    private static final int ICMP = 1;
    private static final int V6 = AddressFamily.IPV6.ordinal() << 8;

    @Test
    void servicesThatNoRuleTellsApartAreInOneRun() {
        ServiceRuns runs = told(ServiceRuns.ONE, match(IpProtocol.TCP, new PortRange(80, 90)));
        assertThat(run(runs, TCP, 80)).isEqualTo(run(runs, TCP, 90)).isEqualTo(run(runs, TCP | V6, 85));
        assertThat(run(runs, TCP, 79)).isNotEqualTo(run(runs, TCP, 80));
        assertThat(run(runs, TCP, 91)).isNotEqualTo(run(runs, TCP, 90));
        assertThat(run(runs, IpProtocol.UDP.number(), 80)).isNotEqualTo(run(runs, TCP, 80));
    }

    @Test
    void aRuleTellsExactlyTheRunsOfItsServices() {
        RuleMatch ports = match(IpProtocol.TCP, new PortRange(80, 90));
        ServiceRuns runs = told(told(ServiceRuns.ONE, ports), match(IpProtocol.TCP, new PortRange(85, 100)));
        Set<Integer> told = new HashSet<>();
        runs.forEach(ports, PolicyState.EMPTY, told::add);
        for (int port = 0; port <= PortRange.PORT_MAX; port++) {
            assertThat(told.contains(run(runs, TCP, port))).isEqualTo(80 <= port && port <= 90);
        }
    }

    @Test
    void icmpBelongsToOneFamily() {
        RuleMatch icmp = match(new IpProtocol(ICMP), PortRange.ANY);
        ServiceRuns runs = told(ServiceRuns.ONE, icmp);
        Set<Integer> told = new HashSet<>();
        runs.forEach(icmp, PolicyState.EMPTY, told::add);
        assertThat(told).containsExactly(run(runs, ICMP, 0)).doesNotContain(run(runs, ICMP | V6, 0));
    }

    @Test
    void whoeverKnewFewerRunsFindsTheOneThatALaterOneWasPartOf() {
        ServiceRuns before = told(ServiceRuns.ONE, match(IpProtocol.TCP, new PortRange(80, 90)));
        ServiceRuns after = told(
                told(before, match(IpProtocol.TCP, new PortRange(85, 100))),
                match(IpProtocol.UDP, new PortRange(53, 53)));
        for (int key = 0; key < ServiceKeys.COUNT; key++) {
            assertThat(after.ancestor(after.run(key), before.count())).isEqualTo(before.run(key));
        }
    }

    @Test
    void whatWasNotToldApartIsKnownNotToBe() {
        RuleMatch ports = match(IpProtocol.TCP, new PortRange(80, 90));
        assertThat(ServiceRuns.ONE.tellsApart(ports, PolicyState.EMPTY)).isFalse();
        assertThat(told(ServiceRuns.ONE, ports).tellsApart(ports, PolicyState.EMPTY))
                .isTrue();
    }

    @Test
    void beyondTheLimitNothingMoreIsSplit() {
        ServiceRuns.Edit edit = ServiceRuns.ONE.edit();
        for (int port = 1; port < 10_000; port += 2) {
            edit.tellApart(match(IpProtocol.TCP, PortRange.of(port)), PolicyState.EMPTY);
        }
        ServiceRuns runs = edit.done();
        assertThat(runs.count()).isEqualTo(ServiceRuns.RUN_COUNT_MAX);
        assertThat(runs.tellsApart(match(IpProtocol.TCP, PortRange.of(9_999)), PolicyState.EMPTY))
                .isFalse();
    }

    private static int run(ServiceRuns runs, int coded, int port) {
        return runs.run(ServiceKeys.of(coded, port));
    }

    private static ServiceRuns told(ServiceRuns runs, RuleMatch match) {
        ServiceRuns.Edit edit = runs.edit();
        edit.tellApart(match, PolicyState.EMPTY);
        return edit.done();
    }

    private static RuleMatch match(IpProtocol protocol, PortRange ports) {
        return RuleMatch.of(ProtocolMatch.of(protocol), PortMatch.of(ports), new Peer.Block(CidrBlock.ALL_IPV4));
    }
}
