package dev.cordon.controlplane.command;

import static dev.cordon.controlplane.command.Sample.MADE;
import static dev.cordon.controlplane.command.Sample.STATE;
import static dev.cordon.controlplane.command.Sample.block;
import static dev.cordon.controlplane.command.Sample.listed;
import static dev.cordon.controlplane.command.Sample.ofAll;
import static dev.cordon.controlplane.command.Sample.peerGroup;
import static dev.cordon.controlplane.command.Sample.sg;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.policy.Attachment;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.EniAddresses;
import dev.cordon.model.policy.EniSettings;
import dev.cordon.model.policy.Peer;
import dev.cordon.model.policy.PortListId;
import dev.cordon.model.policy.PortMatch;
import dev.cordon.model.policy.ProtocolMatch;
import dev.cordon.model.policy.RuleMatch;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.state.PolicyState;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WeightsTest {

    @ParameterizedTest(name = "{1}")
    @MethodSource
    void ruleWeighsWhatItsListsMayHold(RuleMatch match, long weight) {
        assertEquals(weight, Weights.ofRule(match, STATE));
    }

    static Stream<Arguments> ruleWeighsWhatItsListsMayHold() {
        return Stream.of(
                arguments(ofAll(block("192.0.2.0/24")), 1),
                arguments(ofAll(peerGroup("sg-web")), 1),
                arguments(ofAll(listed("pl-4")), 10),
                arguments(withPortList(block("192.0.2.0/24")), 7),
                arguments(withPortList(listed("pl-6")), 84));
    }

    @Test
    void eniCarriesTheRulesOfAllItsGroups() {
        PolicyState state = Sample.with(Sample.rule("sgr-list", "sg-db", 5, ofAll(listed("pl-4"))));
        Eni eni = state.eni(Sample.eniId(3)).orElseThrow();
        assertEquals(
                List.of(1L, 11L, 12L),
                List.of(
                        Weights.ofGroup(sg("web"), state),
                        Weights.ofGroup(sg("db"), state),
                        Weights.ofEni(eni, state)));
    }

    @Test
    void basicGroupCountsAddressesAndAdvancedGroupCountsEnis() {
        EniAddresses many = new EniAddresses(
                IpAddress.of("10.1.0.9"),
                List.of(IpAddress.of("10.1.0.10"), IpAddress.of("2001:db8::9")),
                List.of(CidrBlock.of("10.1.0.16/28")),
                List.of(IpAddress.of("203.0.113.9")));
        PolicyState state = Sample.with(eni(8, many, "sg-idle"), eni(9, many, "sg-adv"));
        assertEquals(4, Weights.placesTaken(state.group(sg("idle")).orElseThrow(), state));
        assertEquals(3, Weights.placesTaken(state.group(sg("adv")).orElseThrow(), state));
    }

    private static Eni eni(int number, EniAddresses addresses, String group) {
        return new Eni(
                Sample.eniId(number),
                Sample.vpc(1),
                Sample.vSwitch(1),
                new Attachment.Detached(),
                addresses,
                List.of(new SecurityGroupId(group)),
                EniSettings.DEFAULT,
                MADE);
    }

    private static RuleMatch withPortList(Peer peer) {
        return RuleMatch.of(ProtocolMatch.of(IpProtocol.TCP), new PortMatch.Listed(new PortListId("prl-1")), peer);
    }
}
