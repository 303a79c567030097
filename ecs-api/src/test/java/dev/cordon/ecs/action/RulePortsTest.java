package dev.cordon.ecs.action;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.ecs.error.PermissionErrors;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.PortRange;
import dev.cordon.model.policy.PortListId;
import dev.cordon.model.policy.PortMatch;
import dev.cordon.model.policy.ProtocolMatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulePortsTest {

    private static final ProtocolMatch TCP = ProtocolMatch.of(IpProtocol.TCP);
    private static final ProtocolMatch ICMP = ProtocolMatch.of(IpProtocol.ICMP);

    private static RulePorts good(ProtocolMatch protocol, String words) {
        Parameters parameters = Given.parameters(words);
        RulePorts ports = RulePorts.read(parameters, protocol, PermissionErrors.malformedPorts());
        assertEquals("good", Given.problem(parameters));
        return ports;
    }

    @Test
    void bothEndsCount() {
        assertEquals(
                new RulePorts(PortMatch.of(new PortRange(1, 65_535)), PortRange.ANY), good(TCP, "PortRange=1/65535"));
        assertEquals(
                new RulePorts(PortMatch.of(PortRange.of(22)), new PortRange(1_024, 2_048)),
                good(TCP, "PortRange=22/22 SourcePortRange=1024/2048"));
    }

    @Test
    void protocolWithoutPortsHasNone() {
        RulePorts none = new RulePorts(PortMatch.any(), PortRange.ANY);
        assertEquals(none, good(ICMP, "PortRange=-1/-1"));
        assertEquals(none, good(ProtocolMatch.all(), "PortRange=-1/-1 SourcePortRange=-1/-1"));
    }

    @Test
    void listStandsInForARangeAndARangeCountsBeforeIt() {
        assertEquals(
                new PortMatch.Listed(new PortListId("prl-5")),
                good(TCP, "PortRangeListId=prl-5").destination());
        assertEquals(
                PortMatch.of(PortRange.of(22)),
                good(TCP, "PortRangeListId=prl-5 PortRange=22/22").destination());
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    TCP  | Policy=drop                         | 400 InvalidPortRange.Malformed
                    TCP  | PortRange=-1/-1                     | 400 OperationDenied
                    TCP  | PortRange=200/1                     | 400 InvalidParam.PortRange
                    TCP  | PortRange=0/1                       | 400 InvalidParam.PortRange
                    TCP  | PortRange=1/65536                   | 400 InvalidParam.PortRange
                    TCP  | PortRange=22                        | 400 InvalidParam.PortRange
                    TCP  | PortRange=22/                       | 400 InvalidParam.PortRange
                    TCP  | PortRange=022/22                    | 400 InvalidParam.PortRange
                    TCP  | PortRange=22/22/22                  | 400 InvalidParam.PortRange
                    TCP  | PortRange=-1/22                     | 400 InvalidParam.PortRange
                    TCP  | PortRange=1/999999999999            | 400 InvalidParam.PortRange
                    ICMP | PortRange=8/8                       | 400 OperationDenied
                    ICMP | Policy=drop                         | 400 InvalidPortRange.Malformed
                    ICMP | PortRangeListId=prl-5               | 400 InvalidParam.ProtocolNotSupportPortRangeList
                    TCP  | PortRangeListId=prl/5               | 404 InvalidPortRangeListId.NotFound
                    TCP  | PortRange=22/22 SourcePortRange=2/1 | 400 InvalidSourcePortRange.Malformed
                    ICMP | PortRange=-1/-1 SourcePortRange=1/2 | 400 InvalidSourcePortRange.Malformed
                    """)
    void portsThatAreNoneAreRefused(String protocol, String words, String expected) {
        Parameters parameters = Given.parameters(words);
        RulePorts.read(parameters, protocol.equals("TCP") ? TCP : ICMP, PermissionErrors.malformedPorts());
        assertEquals(expected, Given.problem(parameters));
    }
}
