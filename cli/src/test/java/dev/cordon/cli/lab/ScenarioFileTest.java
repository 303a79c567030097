package dev.cordon.cli.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.cordon.cli.CliException;
import dev.cordon.cli.lab.Scenario.Act;
import dev.cordon.cli.lab.Scenario.Call;
import dev.cordon.cli.lab.Scenario.Expected;
import dev.cordon.cli.lab.Scenario.Fate;
import dev.cordon.cli.lab.Scenario.GroupPlan;
import dev.cordon.cli.lab.Scenario.InstancePlan;
import dev.cordon.cli.lab.Scenario.Outcome;
import dev.cordon.cli.lab.Scenario.StreamPlan;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpAddress;
import dev.cordon.wire.Json;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioFileTest {

    private static final String COMPLETE = """
            title: two tiers
            network: 192.0.2.0/24
            groups:
              Web: {intra: Drop}
              Data: {type: enterprise}
            instances:
              one: {address: 192.0.2.11, groups: [Web]}
              two: {address: 192.0.2.12, groups: [Data, Web]}
            acts:
              - title: first
                expect:
                  - {between: [one, two], probes: [icmp], packets: stop}
              - title: second
                streams:
                  - {from: one, to: two, port: 22, outcome: stops}
                calls:
                  - {action: RevokeSecurityGroup, SecurityGroupId: Web, Permissions: [{PortRange: 22/22}]}
                expect:
                  - {from: two, to: one, probes: [tcp/443, udp/53], packets: pass}
            """;

    @Test
    void readsEveryPart() {
        GroupPlan web = new GroupPlan("Web", "normal", "Drop");
        GroupPlan data = new GroupPlan("Data", "enterprise", "Accept");
        InstancePlan one = new InstancePlan("one", IpAddress.of("192.0.2.11"), List.of("Web"));
        InstancePlan two = new InstancePlan("two", IpAddress.of("192.0.2.12"), List.of("Data", "Web"));
        Probe ping = new Probe(Probe.Protocol.ICMP, 0);
        Act first = new Act(
                "first",
                List.of(),
                List.of(),
                List.of(new Expected("one", "two", ping, Fate.STOP), new Expected("two", "one", ping, Fate.STOP)));
        Call call = new Call(
                "RevokeSecurityGroup",
                Json.parse("{\"SecurityGroupId\": \"Web\", \"Permissions\": [{\"PortRange\": \"22/22\"}]}")
                        .orElseThrow()
                        .asObject());
        Act second = new Act(
                "second",
                List.of(new StreamPlan("one", "two", 22, Outcome.STOPS)),
                List.of(call),
                List.of(
                        new Expected("two", "one", new Probe(Probe.Protocol.TCP, 443), Fate.PASS),
                        new Expected("two", "one", new Probe(Probe.Protocol.UDP, 53), Fate.PASS)));
        assertEquals(
                new Scenario(
                        "two tiers",
                        CidrBlock.of("192.0.2.0/24"),
                        List.of(web, data),
                        List.of(one, two),
                        List.of(first, second)),
                ScenarioFile.read("s.yaml", COMPLETE));
    }

    /// Each row breaks the scenario above in one place.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
    title: two tiers          | titel: two tiers        | titel                      | unknown here; known are [title, network, groups, instances, acts], but `two tiers`
    title: two tiers          |                         | title                      | missing
    network: 192.0.2.0/24     | network: 192.0.2        | network                    | not a block, but `192.0.2`
    network: 192.0.2.0/24     | network: [1]            | network                    | not a text
    {intra: Drop}             | {intra: [Drop]}         | groups.Web.intra           | not a text
    {intra: Drop}             | {inner: Drop}           | groups.Web.inner           | unknown here; known are [type, intra], but `Drop`
    {intra: Drop}             | Drop                    | groups.Web                 | not a map, but `Drop`
    address: 192.0.2.11       | address: 192.0.2.256    | instances.one.address      | not an address, but `192.0.2.256`
    {address: 192.0.2.11,     | {                       | instances.one.address      | missing
    groups: [Data, Web]       | groups: [Data, Wep]     | instances.two.groups[2]    | not one of [Data, Web], but `Wep`
    groups: [Data, Web]       | groups: Data            | instances.two.groups       | not a list, but `Data`
    title: first              | name: first             | acts[1].name               | unknown here; known are [title, streams, calls, expect], but `first`
    between: [one, two]       | between: [one]          | acts[1].expect[1].between  | not a list of two instances
    between: [one, two]       | between: [one, Web]     | acts[1].expect[1].between[2] | not one of [one, two], but `Web`
    between: [one, two]       | from: one               | acts[1].expect[1].to       | missing
    probes: [icmp]            | probes: [icmp, tcp/0]   | acts[1].expect[1].probes[2] | not a probe such as tcp/22, udp/53 or icmp, but `tcp/0`
    probes: [icmp]            | probe: [icmp]           | acts[1].expect[1].probe    | unknown here; known are [from, to, between, probes, packets]
    probes: [icmp],           |                         | acts[1].expect[1].probes   | missing
    packets: stop             | packets: stops          | acts[1].expect[1].packets  | not one of [pass, stop], but `stops`
    outcome: stops            | outcome: dies           | acts[2].streams[1].outcome | not one of [survives, stops], but `dies`
    port: 22                  | port: 65536             | acts[2].streams[1].port    | not a number from 1 to 65535, but `65536`
    port: 22                  | port: ssh               | acts[2].streams[1].port    | not a number from 1 to 65535, but `ssh`
    from: one, to: two, port  | from: six, to: two, port | acts[2].streams[1].from   | not one of [one, two], but `six`
    action: RevokeSecurityGroup, |                      | acts[2].calls[1].action    | missing
    """)
    void saysWhereItIsWrong(String right, String wrong, String place, String problem) {
        String yaml = COMPLETE.replace(right, wrong == null ? "" : wrong);
        CliException refused = assertThrows(CliException.class, () -> ScenarioFile.read("s.yaml", yaml));
        assertEquals("scenario `s.yaml`, `" + place + "`: " + problem, refused.getMessage());
    }

    @Test
    void aNameMeansOneThing() {
        CliException refused = assertThrows(
                CliException.class, () -> ScenarioFile.read("s.yaml", COMPLETE.replace("  one: {", "  Web: {")));
        assertEquals("scenario `s.yaml`, `instances.Web`: a group has this name already", refused.getMessage());
    }

    @Test
    void aDocumentIsAMap() {
        CliException refused = assertThrows(CliException.class, () -> ScenarioFile.read("s.yaml", "- 1\n"));
        assertEquals("scenario `s.yaml`, `the document`: not a map", refused.getMessage());
    }

    @Test
    void aNameTwiceIsRefused() {
        CliException refused =
                assertThrows(CliException.class, () -> ScenarioFile.read("s.yaml", "title: a\ntitle: b\n"));
        assertEquals(
                "scenario `s.yaml` is not YAML: Duplicate Object property \"title\", at line 2, column 6",
                refused.getMessage());
    }

    @Test
    void theNumberOfInstancesIsLimited() {
        String many = IntStream.rangeClosed(1, 101)
                .mapToObj(i -> "  i" + i + ": {address: 192.0.2." + i + "}\n")
                .collect(Collectors.joining());
        CliException refused = assertThrows(
                CliException.class,
                () -> ScenarioFile.read("s.yaml", "title: many\nnetwork: 192.0.2.0/24\ninstances:\n" + many));
        assertEquals("scenario `s.yaml`, `instances`: more than 100", refused.getMessage());
    }
}
