package dev.cordon.cli.look;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ViewTextTest {

    @Test
    void listsClausesInEvaluationOrder() {
        assertEquals("""
                revision 42

                eni-1 timeouts
                  tcp 300 s, closed 15 s, udp 60 s

                eni-1 ingress
                  if marked load_balancer
                    forwarded by a load balancer; no rule can stop it
                  if marked platform_probe
                    a probe of the platform; no rule can stop it
                  if ICMP, type 3 code 4-4
                    a path mtu error; no rule can stop it
                  if ICMPv6, type 2 code 0-255
                    a path mtu error; no rule can stop it
                  if TCP, destination port [22/22], \
                peer in 10.1.0.4/32 10.1.0.5/32 10.1.8.0/28 2001:db8:1::4/128 and 1 more
                    rule sgr-1 of group sg-web (priority 1) accepts
                  if 132, peer in 2001:db8::9/128 2001:db8:7::/48
                    rule sgr-3 of group sg-bastion (priority 110) accepts
                  otherwise
                    no rule matches; ingress drops by default

                eni-1 egress
                  if marked load_balancer
                    forwarded by a load balancer; no rule can stop it
                  if marked platform_probe
                    a probe of the platform; no rule can stop it
                  if peer in 100.100.100.200/32
                    goes to the metadata service; no rule can stop it
                  if TCP, destination port [25/25], \
                peer not in 0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 and 8 more
                    mail to the internet; no rule can admit it
                  if peer in ::/0
                    rule sgr-4 of group sg-bastion (priority 50) accepts
                  if UDP, source port 1024/2047, peer in 192.0.2.0/24, local in 10.1.0.4/32
                    rule sgr-2 of group sg-web (priority 100) drops
                  otherwise
                    no rule matches; egress drops by default
                """, ViewText.of(SampleState.view("eni-1")));
    }

    @Test
    void jsonHasTheSameClauses() {
        JsonNode eni = ViewText.json(SampleState.view("eni-1")).path("enis").path(0);
        assertEquals("eni-1", eni.path("eni").asString());
        assertEquals(300, eni.path("timeouts").path("tcpEstablishedSeconds").asInt());
        assertEquals(15, eni.path("timeouts").path("tcpClosedSeconds").asInt());
        assertEquals(60, eni.path("timeouts").path("udpSeconds").asInt());
        assertEquals(7, eni.path("ingress").size());
        assertEquals(7, eni.path("egress").size());
        assertEquals(
                "UDP, source port 1024/2047, peer in 192.0.2.0/24, local in 10.1.0.4/32",
                eni.path("egress").path(5).path("if").asString());
        assertEquals(
                "sgr-2", eni.path("egress").path(5).path("then").path("rule").asString());
    }
}
