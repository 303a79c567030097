package dev.cordon.ecs.error;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.controlplane.command.Quotas;
import dev.cordon.controlplane.execute.ControlPlane;
import dev.cordon.ecs.action.Actions;
import dev.cordon.ecs.action.Desk;
import dev.cordon.ecs.http.Authenticator;
import dev.cordon.ecs.http.Credential;
import dev.cordon.ecs.http.EcsEndpoint;
import dev.cordon.ecs.http.HttpReply;
import dev.cordon.ecs.http.SignedCalls;
import dev.cordon.model.policy.Management;
import dev.cordon.model.policy.SecurityGroup;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.state.Revision;
import dev.cordon.store.Audit;
import dev.cordon.store.Commit;
import dev.cordon.store.HistoryLimit;
import dev.cordon.store.Key;
import dev.cordon.store.Writes;
import dev.cordon.store.memory.MemoryStore;
import dev.cordon.wire.Json;
import dev.cordon.wire.state.EntityForm;
import dev.cordon.wire.state.StoreKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// The API without its listener, and objects to call it about, whatever the quotas.
///
/// A call is written as an action and its parameters. `$` and a name stand for the id of an object;
/// a parameter with `{1..3}` in its name is given three times, with each number in its place and in
/// that of `{}`.
final class PreparedCloud {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse(SignedCalls.TIME));
    private static final String REGION = "cn-hangzhou";
    private static final Pattern NAME = Pattern.compile("\\$([a-z0-9]+)");
    private static final Pattern NUMBERS = Pattern.compile("\\{([0-9]+)\\.\\.([0-9]+)\\}");

    /// Those made by calls, each as its name, the call, and where the answer has its id.
    private static final String OBJECTS = """
            vpc       | CreateVpc CidrBlock=10.0.0.0/8 EnableIpv6=true | /VpcId
            othervpc  | CreateVpc CidrBlock=10.0.0.0/8 | /VpcId
            vswitch   | CreateVSwitch VpcId=$vpc CidrBlock=10.1.0.0/24 ZoneId=zone-b | /VSwitchId
            six       | CreateVSwitch VpcId=$vpc CidrBlock=10.2.0.0/24 ZoneId=zone-b Ipv6CidrBlock=7 | /VSwitchId
            small     | CreateVSwitch VpcId=$vpc CidrBlock=10.3.0.0/29 ZoneId=zone-b | /VSwitchId
            otherzone | CreateVSwitch VpcId=$vpc CidrBlock=10.4.0.0/24 ZoneId=zone-c | /VSwitchId
            far       | CreateVSwitch VpcId=$othervpc CidrBlock=10.5.0.0/24 ZoneId=zone-b | /VSwitchId
            basic     | CreateSecurityGroup VpcId=$vpc | /SecurityGroupId
            peer      | CreateSecurityGroup VpcId=$vpc | /SecurityGroupId
            managed   | CreateSecurityGroup VpcId=$vpc | /SecurityGroupId
            heavy     | CreateSecurityGroup VpcId=$vpc | /SecurityGroupId
            elsewhere | CreateSecurityGroup VpcId=$othervpc | /SecurityGroupId
            list      | CreatePrefixList PrefixListName=hosts AddressFamily=IPv4 MaxEntries=9 | /PrefixListId
            list6     | CreatePrefixList PrefixListName=hosts6 AddressFamily=IPv6 MaxEntries=9 | /PrefixListId
            eni       | CreateNetworkInterface VSwitchId=$vswitch SecurityGroupId=$basic | /NetworkInterfaceId
            address6  | CreateNetworkInterface VSwitchId=$six SecurityGroupId=$basic Ipv6AddressCount=1 \
            | /Ipv6Sets/Ipv6Set/0/Ipv6Address
            enizone   | CreateNetworkInterface VSwitchId=$otherzone SecurityGroupId=$basic | /NetworkInterfaceId
            enifar    | CreateNetworkInterface VSwitchId=$far SecurityGroupId=$elsewhere | /NetworkInterfaceId
            enipeer   | CreateNetworkInterface VSwitchId=$vswitch SecurityGroupId=$peer | /NetworkInterfaceId
            instance  | RunInstances VSwitchId=$vswitch SecurityGroupId=$basic | /InstanceIdSets/InstanceIdSet/0
            protected | RunInstances VSwitchId=$vswitch SecurityGroupId=$basic DeletionProtection=true \
            | /InstanceIdSets/InstanceIdSet/0
            attached  | DescribeNetworkInterfaces InstanceId=$instance \
            | /NetworkInterfaceSets/NetworkInterfaceSet/0/NetworkInterfaceId
            """;

    /// What is in the groups, and what the objects are given besides.
    private static final String MORE = """
            AuthorizeSecurityGroup SecurityGroupId=$basic IpProtocol=tcp PortRange=22/22 SourceCidrIp=192.0.2.0/24
            AuthorizeSecurityGroup SecurityGroupId=$basic IpProtocol=all PortRange=-1/-1 SourceGroupId=$peer
            AuthorizeSecurityGroup SecurityGroupId=$managed IpProtocol=tcp PortRange=22/22 SourceCidrIp=192.0.2.0/24
            AuthorizeSecurityGroup SecurityGroupId=$heavy IpProtocol=tcp PortRange=22/22 SourcePrefixListId=$list
            AuthorizeSecurityGroupEgress SecurityGroupId=$basic IpProtocol=tcp PortRange=23/23 DestCidrIp=198.51.100.0/24
            AuthorizeSecurityGroupEgress SecurityGroupId=$basic IpProtocol=all PortRange=-1/-1 DestGroupId=$peer
            AuthorizeSecurityGroupEgress SecurityGroupId=$managed IpProtocol=tcp PortRange=23/23 DestCidrIp=192.0.2.0/24
            AuthorizeSecurityGroupEgress SecurityGroupId=$heavy IpProtocol=tcp PortRange=23/23 DestPrefixListId=$list
            TagResources ResourceType=securitygroup ResourceId.1=$peer Tag.{1..20}.Key=key-{}
            """;

    /// The rules of those calls by short names, each as the group, the direction, and its place.
    private static final String RULES = """
            in     | $basic ingress 0
            inpeer | $basic ingress 1
            inmanaged | $managed ingress 0
            inlist | $heavy ingress 0
            out     | $basic egress 0
            outpeer | $basic egress 1
            outmanaged | $managed egress 0
            outlist | $heavy egress 0
            """;

    private final MemoryStore store = new MemoryStore(HistoryLimit.DEFAULT);
    private final RandomGenerator random = new Random(7);
    private final Map<String, String> made = new TreeMap<>();
    private final Map<Quotas, EcsEndpoint> endpoints = new HashMap<>();

    PreparedCloud() {
        OBJECTS.lines().map(line -> line.split(" *\\| *")).forEach(row -> made.put(row[0], make(row[1], row[2])));
        MORE.lines().forEach(this::call);
        RULES.lines().map(line -> line.split(" *\\| *")).forEach(row -> made.put(row[0], rule(row[1].split(" "))));
        handOver(new SecurityGroupId(made.getOrDefault("managed", "")));
        endpoints.clear();
    }

    private String make(String call, String pointer) {
        return call(call).at(pointer).asString();
    }

    private String rule(String[] row) {
        return call("DescribeSecurityGroupAttribute SecurityGroupId=" + row[0] + " Direction=" + row[1])
                .at("/Permissions/Permission/" + row[2] + "/SecurityGroupRuleId")
                .asString();
    }

    private JsonNode call(String text) {
        HttpReply reply = reply(text, Quotas.DEFAULT);
        assertEquals(200, reply.status(), () -> text + ": " + reply.body());
        return Json.parse(reply.body()).orElseThrow();
    }

    /// Gives a group to a cloud product, which no action does.
    private void handOver(SecurityGroupId id) {
        SecurityGroup group = ControlPlane.open(store, Quotas.DEFAULT)
                .newest()
                .state()
                .group(id)
                .orElseThrow();
        SecurityGroup managed = new SecurityGroup(
                id, group.vpc(), group.type(), group.intraGroupPolicy(), Management.CLOUD_PRODUCT, group.details());
        TreeMap<Key, String> rows = new TreeMap<>();
        rows.put(new Key(StoreKey.of(id)), EntityForm.print(managed));
        Audit audit = new Audit(CLOCK.instant(), "test", "test", "test");
        store.commit(new Commit(store.head(), new Writes(rows, new TreeSet<>()), audit));
    }

    Revision revision() {
        return store.head();
    }

    /// Returns what a call is answered with, where there may be as much as some quotas say.
    HttpReply reply(String text, Quotas quotas) {
        String[] words = NAME.matcher(text)
                .replaceAll(name -> made.getOrDefault(name.group(1), name.group()))
                .split(" +");
        TreeMap<String, String> parameters = new TreeMap<>(Map.of("Action", words[0]));
        Stream.of(words)
                .skip(1)
                .flatMap(PreparedCloud::repeated)
                .forEach(word ->
                        parameters.put(word.substring(0, word.indexOf('=')), word.substring(word.indexOf('=') + 1)));
        return endpoints
                .computeIfAbsent(quotas, this::endpoint)
                .handle(SignedCalls.get(SignedCalls.signedV1("GET", SignedCalls.parametersV1(parameters))))
                .reply();
    }

    private static Stream<String> repeated(String word) {
        return NUMBERS.matcher(word)
                .results()
                .findFirst()
                .map(found -> IntStream.rangeClosed(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)))
                        .mapToObj(number ->
                                word.replace(found.group(), "" + number).replace("{}", "" + number)))
                .orElseGet(() -> Stream.of(word));
    }

    private EcsEndpoint endpoint(Quotas quotas) {
        ControlPlane controlPlane = ControlPlane.open(store, quotas);
        return new EcsEndpoint(
                REGION,
                account -> Actions.all(new Desk(controlPlane, random, CLOCK, REGION, account)),
                new EcsEndpoint.Gate(new Authenticator(PreparedCloud::credential, CLOCK)),
                () -> "REQUEST-1");
    }

    private static Optional<Credential> credential(String id) {
        return id.equals(SignedCalls.KEY) ? Optional.of(Credential.lasting(SignedCalls.SECRET)) : Optional.empty();
    }
}
