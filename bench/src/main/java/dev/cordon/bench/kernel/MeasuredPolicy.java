package dev.cordon.bench.kernel;

import dev.cordon.engine.compile.Compiler;
import dev.cordon.engine.compile.HostView;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpAddress.V4;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.MacAddress;
import dev.cordon.model.net.PortRange;
import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Attachment.Detached;
import dev.cordon.model.policy.Details;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.EniAddresses;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.EniSettings;
import dev.cordon.model.policy.Entity;
import dev.cordon.model.policy.GroupType;
import dev.cordon.model.policy.IntraGroupPolicy;
import dev.cordon.model.policy.Management;
import dev.cordon.model.policy.Peer;
import dev.cordon.model.policy.Peer.Block;
import dev.cordon.model.policy.Peer.Group;
import dev.cordon.model.policy.PortMatch;
import dev.cordon.model.policy.Priority;
import dev.cordon.model.policy.Profile;
import dev.cordon.model.policy.ProtocolMatch;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.RuleDetails;
import dev.cordon.model.policy.RuleId;
import dev.cordon.model.policy.RuleMatch;
import dev.cordon.model.policy.SecurityGroup;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.policy.VSwitchId;
import dev.cordon.model.policy.VpcId;
import dev.cordon.model.state.Change;
import dev.cordon.model.state.Change.Put;
import dev.cordon.model.state.PolicyState;
import dev.cordon.model.state.Revision;
import dev.cordon.nft.lower.Binding;
import dev.cordon.nft.lower.LinkKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The policy of a host with ENIs 0, 1, 2 and so on.
///
/// ENI 0 is a client, ENI 1 a server with many rules, of which the last admits clients to
/// [#PORT]; no other ENI is admitted there. Other ENIs have a few rules each. Every other rule
/// names the group of clients, and the rest name blocks.
final class MeasuredPolicy {

    static final int CLIENT = 0;
    static final int SERVER = 1;
    static final int STRANGER = 2;

    /// Where the server admits clients.
    static final int PORT = 53;

    private static final int RULES_OF_OTHERS = 10;
    private static final int FIRST_PORT = 1_024;
    private static final int BLOCK_COUNT = 16;
    private static final int FIRST_ADDRESS = 10 << 24 | 1;
    private static final int FIRST_FAR_ADDRESS = 10 << 24 | 64 << 16;
    private static final int FIRST_BLOCK = 172 << 24 | 16 << 16;

    private static final VpcId VPC = new VpcId("vpc-1");
    private static final VSwitchId V_SWITCH = new VSwitchId("vsw-1");
    private static final SecurityGroupId CLIENTS = new SecurityGroupId("sg-clients");
    private static final SecurityGroupId SERVERS = new SecurityGroupId("sg-servers");

    private final PolicySize size;
    private final PolicyState state;
    private final Compiler compiler;

    private MeasuredPolicy(PolicySize size, PolicyState state, Compiler compiler) {
        this.size = size;
        this.state = state;
        this.compiler = compiler;
    }

    static MeasuredPolicy of(PolicySize size) {
        List<Entity> entities = new ArrayList<>(List.of(group(CLIENTS), group(SERVERS)));
        IntStream.range(0, size.rules() - 1).forEach(i -> entities.add(rule(SERVERS, i, FIRST_PORT + i)));
        entities.add(rule(SERVERS, size.rules() - 1, PORT, new Group(CLIENTS)));
        for (int scope = 0; scope < size.scopes(); scope++) {
            SecurityGroupId others = others(scope);
            int firstPort = FIRST_PORT + scope * RULES_OF_OTHERS;
            entities.add(group(others));
            IntStream.range(0, RULES_OF_OTHERS).forEach(i -> entities.add(rule(others, i, firstPort + i)));
        }
        entities.add(eni(CLIENT, CLIENTS));
        entities.add(eni(SERVER, SERVERS));
        IntStream.range(STRANGER, size.enis()).forEach(i -> entities.add(eni(i, others(i % size.scopes()))));
        IntStream.range(1, size.members()).forEach(i -> entities.add(farClient(i)));
        PolicyState state =
                PolicyState.EMPTY.apply(entities.stream().<Change>map(Put::new).toList());
        return new MeasuredPolicy(size, state, Compiler.of(Profile.ALIYUN_DEFAULT, state));
    }

    /// Returns the policy with more clients, which are on other hosts.
    MeasuredPolicy withMoreClients(int count) {
        List<Change> joining = IntStream.range(size.members(), size.members() + count)
                .<Change>mapToObj(i -> new Put(farClient(i)))
                .toList();
        PolicyState joined = state.apply(joining);
        return new MeasuredPolicy(size.withMembers(size.members() + count), joined, compiler.at(joined));
    }

    HostView view() {
        return compiler.view(
                new Revision(1),
                IntStream.range(0, size.enis()).mapToObj(MeasuredPolicy::id).toList());
    }

    List<Binding> bindings() {
        return IntStream.range(0, size.enis())
                .mapToObj(i -> new Binding(link(i), id(i), LinkKind.GUEST))
                .toList();
    }

    PolicySize size() {
        return size;
    }

    static String link(int eni) {
        return "tap" + eni;
    }

    static V4 address(int eni) {
        return new V4(FIRST_ADDRESS + eni);
    }

    private static EniId id(int eni) {
        return new EniId("eni-" + eni);
    }

    private static SecurityGroupId others(int scope) {
        return new SecurityGroupId("sg-others-" + scope);
    }

    private static SecurityGroup group(SecurityGroupId id) {
        return new SecurityGroup(
                id, VPC, GroupType.BASIC, IntraGroupPolicy.ISOLATED, Management.CUSTOMER, Details.NONE);
    }

    private static Rule rule(SecurityGroupId group, int position, int port) {
        CidrBlock block = new CidrBlock(new V4(FIRST_BLOCK + (position % BLOCK_COUNT << 8)), 24);
        return rule(group, position, port, position % 2 == 0 ? new Group(CLIENTS) : new Block(block));
    }

    private static Rule rule(SecurityGroupId group, int position, int port, Peer peer) {
        return new Rule(
                new RuleId("sgr-" + group.value().substring("sg-".length()) + "-" + position),
                group,
                Direction.INGRESS,
                RuleMatch.of(ProtocolMatch.of(IpProtocol.UDP), PortMatch.of(PortRange.of(port)), peer),
                Action.ACCEPT,
                Priority.HIGHEST,
                position,
                RuleDetails.NONE);
    }

    private static Eni eni(int number, SecurityGroupId group) {
        MacAddress mac = new MacAddress(BenchHost.guestMac(number));
        return eni(id(number), address(number), group, EniSettings.of(mac));
    }

    private static Eni farClient(int number) {
        return eni(new EniId("eni-far-" + number), new V4(FIRST_FAR_ADDRESS + number), CLIENTS, EniSettings.DEFAULT);
    }

    private static Eni eni(EniId id, V4 address, SecurityGroupId group, EniSettings settings) {
        return new Eni(
                id, VPC, V_SWITCH, new Detached(), EniAddresses.of(address), List.of(group), settings, Details.NONE);
    }
}
