package dev.cordon.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.wire.Json;
import org.junit.jupiter.api.Test;

final class DeniesCommandTest {

    private static String line(String json) {
        return DeniesCommand.line(Json.parse(json.replace('\'', '"')).orElseThrow());
    }

    @Test
    void aRuleIsNamed() {
        assertThat(line("""
                {'number': 1, 'at': '2026-11-30T11:18:40Z', 'eni': 'eni-7', 'direction': 'ingress', 'protocol': 'TCP',
                 'from': '192.0.2.1', 'to': '192.0.2.2', 'fromPort': 40001, 'toPort': 22,
                 'stage': 'CUSTOM', 'group': 'sg-a', 'rule': 'sgr-b', 'count': 3}
                """))
                .isEqualTo("2026-11-30T11:18:40Z  eni-7  ingress  TCP 192.0.2.1:40001 -> 192.0.2.2:22  CUSTOM"
                        + "  sg-a  sgr-b  x3");
    }

    @Test
    void noRuleIsTheDefault() {
        assertThat(line("""
                {'at': '2026-11-30T11:18:40Z', 'eni': 'eni-7', 'direction': 'egress', 'protocol': 'UDP',
                 'from': '2001:db8::1', 'to': '2001:db8::2', 'fromPort': 40001, 'toPort': 53,
                 'stage': 'DEFAULT_DROP', 'count': 1}
                """))
                .isEqualTo("2026-11-30T11:18:40Z  eni-7  egress  UDP [2001:db8::1]:40001 -> [2001:db8::2]:53"
                        + "  DEFAULT_DROP  -  default");
    }

    @Test
    void whatIsNotKnownIsADash() {
        assertThat(line("""
                {'at': '2026-11-30T11:18:40Z', 'direction': 'ingress', 'stage': 'CLOSED', 'link': 'tap7', 'count': 1}
                """)).isEqualTo("2026-11-30T11:18:40Z  -  ingress  -  CLOSED  tap7  -");
    }

    @Test
    void messagesHaveTypeAndCode() {
        assertThat(line("""
                {'at': '2026-11-30T11:18:40Z', 'eni': 'eni-7', 'direction': 'ingress', 'protocol': 'ICMP',
                 'from': '192.0.2.1', 'to': '192.0.2.2', 'icmpType': 8, 'icmpCode': 0, 'stage': 'INVALID', 'count': 1}
                """)).contains("ICMP 192.0.2.1 -> 192.0.2.2 type 8 code 0  INVALID  -  -");
    }
}
