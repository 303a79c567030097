package dev.cordon.ecs.action;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.controlplane.account.Accounts;
import dev.cordon.controlplane.command.RuleSelection.PriorityFilter;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.PortRange;
import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.LocalSide;
import dev.cordon.model.policy.Peer;
import dev.cordon.model.policy.PortMatch;
import dev.cordon.model.policy.PrefixListId;
import dev.cordon.model.policy.Priority;
import dev.cordon.model.policy.ProtocolMatch;
import dev.cordon.model.policy.RuleDetails;
import dev.cordon.model.policy.RuleId;
import dev.cordon.model.policy.RuleMatch;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.state.PolicyState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PermissionReaderTest {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    private static final String SSH = "IpProtocol=tcp PortRange=22/22 ";
    private static final String GOOD = SSH + "SourceCidrIp=192.0.2.0/24 ";

    private static List<Permission> read(Direction direction, Parameters parameters) {
        return new PermissionReader(direction, NOW).read(parameters);
    }

    private static Permission one(Direction direction, String words) {
        Parameters parameters = Given.parameters(words);
        List<Permission> read = read(direction, parameters);
        assertEquals("good", Given.problem(parameters));
        assertEquals(1, read.size());
        return read.getFirst();
    }

    private static Permission ingress(String words) {
        return one(Direction.INGRESS, words);
    }

    private static String problem(Direction direction, String words) {
        Parameters parameters = Given.parameters(words);
        read(direction, parameters);
        return Given.problem(parameters);
    }

    @Test
    void everyFieldIsRead() {
        assertEquals(
                new Permission(
                        new RuleMatch(
                                ProtocolMatch.of(IpProtocol.UDP),
                                PortMatch.of(new PortRange(53, 54)),
                                new PortRange(1_024, 65_535),
                                new Peer.Block(CidrBlock.of("192.0.2.0/24")),
                                new LocalSide.Block(CidrBlock.of("10.1.0.4/32"))),
                        Action.DROP,
                        new PriorityFilter.Exactly(new Priority(17)),
                        new RuleDetails("192.0.2.0/24", "10.1.0.4", "dns", NOW),
                        Optional.empty()),
                ingress("IpProtocol=Udp PortRange=53/54 SourcePortRange=1024/65535 SourceCidrIp=192.0.2.0/24"
                        + " DestCidrIp=10.1.0.4 Policy=DROP Priority=17 Description=dns"));
    }

    @Test
    void peerOfEgressIsTheDestination() {
        Permission permission = one(Direction.EGRESS, SSH + "DestCidrIp=192.0.2.0/24 SourceCidrIp=10.1.0.0/16");
        assertEquals(
                new Peer.Block(CidrBlock.of("192.0.2.0/24")), permission.match().peer());
        assertEquals(
                new LocalSide.Block(CidrBlock.of("10.1.0.0/16")),
                permission.match().local());
        assertEquals("400 MissingParameter.Dest", problem(Direction.EGRESS, GOOD));
    }

    @Test
    void whatIsNotSaidIsAcceptedWithTheHighestPriority() {
        Permission permission = ingress(GOOD);
        assertEquals(Action.ACCEPT, permission.action());
        assertEquals(new PriorityFilter.Any(), permission.priority());
        assertEquals(
                Priority.HIGHEST,
                permission
                        .toRule(new RuleId("sgr-1"), new Neighbours(PolicyState.EMPTY, Accounts.NONE))
                        .priority());
        assertEquals(LocalSide.everything(), permission.match().local());
        assertEquals(PortRange.ANY, permission.match().sourcePorts());
    }

    @Test
    void descriptionIsNoPartOfAPattern() {
        assertEquals(
                ingress(GOOD + "Description=one").toPattern(),
                ingress(GOOD + "Description=another").toPattern());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    tcp,    TCP
                    uDp,    UDP
                    6,      TCP
                    17,     UDP
                    1,      ICMP
                    icmpv6, ICMPv6
                    58,     ICMPv6
                    gre,    GRE
                    47,     GRE
                    0,      0
                    255,    255
                    """)
    void protocolIsANameInAnyCaseOrANumber(String text, String protocol) {
        String ports = protocol.matches("TCP|UDP") ? "22/22" : "-1/-1";
        Permission permission = ingress("IpProtocol=" + text + " PortRange=" + ports + " SourceGroupId=sg-1");
        assertEquals(
                protocol,
                switch (permission.match().protocol()) {
                    case ProtocolMatch.All() -> "ALL";
                    case ProtocolMatch.One(var one) -> one.toString();
                });
    }

    @Test
    void allMeansEveryProtocol() {
        assertEquals(
                RuleMatch.of(ProtocolMatch.all(), PortMatch.any(), new Peer.Group(new SecurityGroupId("sg-1"))),
                ingress("IpProtocol=all PortRange=-1/-1 SourceGroupId=sg-1").match());
    }

    @Test
    void blockCountsBeforeGroupAndGroupBeforeList() {
        Peer list = new Peer.Listed(new PrefixListId("pl-3"));
        Peer group = new Peer.Group(new SecurityGroupId("sg-2"));
        Peer block = new Peer.Block(CidrBlock.of("2001:db8::/32"));
        String words = SSH + "SourcePrefixListId=pl-3 ";
        assertEquals(list, ingress(words).match().peer());
        words += "SourceGroupId=sg-2 ";
        assertEquals(group, ingress(words).match().peer());
        words += "Ipv6SourceCidrIp=2001:db8::/32";
        assertEquals(block, ingress(words).match().peer());
    }

    @Test
    void severalRulesAreReadInTheOrderOfTheirNumbers() {
        String words = "Permissions.10.IpProtocol=tcp Permissions.10.PortRange=22/22"
                + " Permissions.10.SourceCidrIp=198.51.100.0/24"
                + " Permissions.9.IpProtocol=tcp Permissions.9.PortRange=22/22"
                + " Permissions.9.SourceCidrIp=192.0.2.0/24 Permissions.9.Description=first";
        assertEquals(
                List.of(ingress(GOOD + "Description=first"), ingress(SSH + "SourceCidrIp=198.51.100.0/24")),
                read(Direction.INGRESS, Given.parameters(words)));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    100, good
                    101, 400 InvalidParam.Permissions
                    """)
    void rulesOfOneCallAreLimited(int count, String expected) {
        SortedMap<String, String> parameters = new TreeMap<>();
        for (int number = 1; number <= count; number++) {
            parameters.put("Permissions." + number + ".IpProtocol", "tcp");
            parameters.put("Permissions." + number + ".PortRange", number + "/" + number);
            parameters.put("Permissions." + number + ".SourceCidrIp", "192.0.2.0/24");
        }
        Parameters given = Given.parameters(parameters);
        read(Direction.INGRESS, given);
        assertEquals(expected, Given.problem(given));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "IpProtocol=tcp",
                "PortRange=1/2",
                "PortRangeListId=prl-1",
                "SourcePortRange=1/2",
                "Policy=drop",
                "Priority=3",
                "SourceCidrIp=192.0.2.1",
                "Ipv6SourceCidrIp=2001:db8::1",
                "SourceGroupId=sg-1",
                "SourcePrefixListId=pl-1",
                "DestCidrIp=192.0.2.1",
                "Ipv6DestCidrIp=2001:db8::1"
            })
    void bothFormsTogetherAreRefused(String flat) {
        String nested = " Permissions.1.IpProtocol=tcp Permissions.1.PortRange=22/22"
                + " Permissions.1.SourceCidrIp=192.0.2.0/24";
        assertEquals("400 InvalidParam.Permissions", problem(Direction.INGRESS, flat + nested));
        assertEquals("good", problem(Direction.INGRESS, "NicType=<nil> Description=text DestGroupId=sg-1" + nested));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    0,    400 InvalidPriority.ValueNotSupported
                    1,    good
                    100,  good
                    101,  400 InvalidPriority.ValueNotSupported
                    -1,   400 InvalidPriority.ValueNotSupported
                    1.5,  400 InvalidPriority.Malformed
                    high, 400 InvalidPriority.Malformed
                    9999999999, 400 InvalidPriority.Malformed
                    """)
    void priorityIsFromOneToAHundred(String priority, String expected) {
        assertEquals(expected, problem(Direction.INGRESS, GOOD + "Priority=" + priority));
    }

    @Test
    void descriptionIsLimited() {
        assertEquals("good", problem(Direction.INGRESS, GOOD + "Description=" + "描".repeat(512)));
        assertEquals(
                "400 InvalidSecurityGroupDiscription.Malformed",
                problem(Direction.INGRESS, GOOD + "Description=" + "描".repeat(513)));
    }

    @Test
    void firstProblemIsTheOneThatIsTold() {
        assertEquals("400 MissingParameter", problem(Direction.INGRESS, "PortRange=0/0 SourceCidrIp=x Policy=y"));
        assertEquals(
                "400 InvalidSourceCidrIp.Malformed",
                problem(Direction.INGRESS, "IpProtocol=tcp PortRange=0/0 SourceCidrIp=x Policy=y"));
        assertEquals(
                "400 InvalidParam.PortRange",
                problem(Direction.INGRESS, "IpProtocol=tcp PortRange=0/0 SourceCidrIp=192.0.2.1 Policy=y"));
    }
}
