package dev.cordon.controlplane.command;

import static dev.cordon.controlplane.command.Sample.MADE;

import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.PortRange;
import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Deletion;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.EniSettings;
import dev.cordon.model.policy.GroupType;
import dev.cordon.model.policy.InstanceId;
import dev.cordon.model.policy.IntraGroupPolicy;
import dev.cordon.model.policy.LocalSide;
import dev.cordon.model.policy.OnRelease;
import dev.cordon.model.policy.Peer;
import dev.cordon.model.policy.PortListId;
import dev.cordon.model.policy.PortMatch;
import dev.cordon.model.policy.Power;
import dev.cordon.model.policy.PrefixListId;
import dev.cordon.model.policy.Priority;
import dev.cordon.model.policy.ProtocolMatch;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.RuleDetails;
import dev.cordon.model.policy.RuleId;
import dev.cordon.model.policy.RuleMatch;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.policy.VSwitchId;
import dev.cordon.model.policy.VpcId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Commands on few objects, so that they meet: ids in use and free ones, full networks, borders.
public final class RandomCommands {

    private final RandomGenerator random;

    /// Rules that were asked for, to be replaced now and then.
    private final List<Rule> written = new ArrayList<>();

    /// Attachments that were asked for, to be undone now and then.
    private final List<Command.AttachEni> attached = new ArrayList<>();

    public RandomCommands(RandomGenerator random) {
        this.random = random;
    }

    public Command next() {
        return switch (random.nextInt(60)) {
            case 0 -> new Command.CreateVpc(vpc(), CidrBlock.of("10.0.0.0/16"), MADE);
            case 1 -> new Command.CreateVSwitch(vSwitch(), vpc(), block(), "zone-b", MADE);
            case 2, 3, 4, 50, 49, 48 -> new Command.CreateGroup(group(), vpc(), pick(GroupType.values()), MADE);
            case 5, 6, 7, 8 -> authorize();
            case 23, 24 -> written.isEmpty() ? authorize() : replace(written.get(random.nextInt(written.size())));
            case 9 -> new Command.RevokeRules(group(), pick(Direction.values()), selection());
            case 10, 11, 47, 46, 45 -> run();
            case 12, 13, 44, 43, 42, 41 ->
                new Command.CreateEni(eni(), vSwitch(), groups(), address(), EniSettings.DEFAULT, MADE);
            case 14, 15, 16, 17 -> new Command.AttachGroup(member(), group());
            case 18 -> new Command.DetachGroup(member(), group());
            case 19 -> new Command.SetIntraGroupPolicy(group(), pick(IntraGroupPolicy.values()));
            case 20 -> new Command.DeleteGroup(group());
            case 21 -> new Command.DeleteEni(eni());
            case 22 -> new Command.DeleteInstance(instance());
            case 26 -> new Command.CreatePrefixList(prefixList(), family(), 1 + random.nextInt(3), blocks(), MADE);
            case 27 -> new Command.ModifyPrefixList(prefixList(), new EntriesEdit<>(blocks(), List.of()), texts());
            case 28 -> new Command.DeletePrefixList(prefixList());
            case 29 -> new Command.CreatePortList(portList(), 1 + random.nextInt(2), ports(), MADE);
            case 30 -> new Command.ModifyPortList(portList(), new EntriesEdit<>(ports(), List.of()), texts());
            case 31 -> new Command.DeletePortList(portList());
            case 32 -> new Command.ModifyGroup(group(), texts());
            case 33, 34 -> attach();
            case 35 -> detach();
            case 36, 37 -> new Command.AssignAddresses(eni(), AddressFamily.IPV4, more());
            case 38 -> new Command.UnassignAddresses(eni(), addresses(), List.of());
            case 39 -> new Command.ModifyEni(eni(), new EniEdit(texts(), new Edit.Set<>(groups()), settings()));
            case 51 -> new Command.CreateInstance(vSwitch(), groups(), "ecs.c7.xlarge", address(), newInstance());
            case 52 ->
                new Command.ModifyInstance(instance(), new InstanceEdit(texts(), Edit.keep(), deletion(), kept()));
            case 53, 54 -> new Command.SetPower(instance(), pick(Power.values()));
            case 55 -> new Command.DeleteInstances(List.of(instance()));
            case 56, 57 -> new Command.Relabel(List.of(pick(group(), eni(), vpc(), instance())), labels());
            case 58 -> new Command.ModifyVpc(vpc(), texts(), List.of(CidrBlock.of("fd00:0:0:700::/56")));
            case 59 -> new Command.ModifyVSwitch(vSwitch(), texts(), new Ipv6Subnet.Numbered(random.nextInt(3)));
            default -> random.nextBoolean() ? new Command.DeleteVpc(vpc()) : new Command.DeleteVSwitch(vSwitch());
        };
    }

    private Command authorize() {
        Command.AuthorizeRules command = new Command.AuthorizeRules(group(), pick(Direction.values()), rules());
        command.rules().forEach(rule -> written.add(rule.at(command.group(), command.direction(), 1)));
        return command;
    }

    private Command replace(Rule expected) {
        NewRule content = rule();
        return new Command.ReplaceRule(
                expected,
                new NewRule(
                        expected.id(),
                        random.nextBoolean() ? expected.match() : content.match(),
                        content.action(),
                        content.priority(),
                        content.details()));
    }

    private Command run() {
        List<NewInstance> instances = IntStream.range(0, 1 + random.nextInt(3))
                .mapToObj(i -> new NewInstance(instance(), eni(), EniSettings.DEFAULT, "", MADE))
                .toList();
        return new Command.RunInstances(vSwitch(), groups(), "ecs.g7.large", address(), instances);
    }

    private List<NewRule> rules() {
        return Stream.generate(this::rule).limit(1 + random.nextInt(3)).toList();
    }

    private NewRule rule() {
        RuleId id = new RuleId("sgr-" + random.nextInt(200));
        Priority priority = random.nextBoolean() ? Priority.HIGHEST : Priority.LOWEST;
        return new NewRule(id, match(), pick(Action.values()), priority, RuleDetails.NONE);
    }

    private RuleSelection selection() {
        if (random.nextBoolean()) {
            return new RuleSelection.ByIds(List.of(new RuleId("sgr-" + random.nextInt(200))));
        }
        return new RuleSelection.ByMatch(List.of(
                new RuleSelection.Pattern(match(), pick(Action.values()), new RuleSelection.PriorityFilter.Any())));
    }

    private RuleMatch match() {
        ProtocolMatch protocol = pick(
                ProtocolMatch.all(),
                ProtocolMatch.of(IpProtocol.TCP),
                ProtocolMatch.of(IpProtocol.UDP),
                ProtocolMatch.of(IpProtocol.ICMPV6));
        PortMatch ports = pick(
                PortMatch.any(),
                PortMatch.of(PortRange.of(22)),
                new PortMatch.Listed(new PortListId("prl-1")),
                new PortMatch.Listed(new PortListId("prl-9")));
        LocalSide local = random.nextInt(4) > 0
                ? LocalSide.everything()
                : new LocalSide.Block(CidrBlock.of(pick("10.0.0.0/24", "::/0")));
        PortMatch destination = protocol.hasPorts() ? ports : PortMatch.any();
        return new RuleMatch(protocol, destination, PortRange.ANY, peer(), local);
    }

    private Peer peer() {
        return switch (random.nextInt(5)) {
            case 0 -> new Peer.Block(CidrBlock.of(pick("0.0.0.0/0", "10.0.0.0/24", "192.0.2.7")));
            case 1 -> new Peer.Block(CidrBlock.of("::/0"));
            case 2 -> new Peer.Listed(new PrefixListId(pick("pl-4", "pl-6", "pl-9")));
            default -> new Peer.Group(group());
        };
    }

    private AddressRequest address() {
        return random.nextInt(3) > 0
                ? new AddressRequest.Any()
                : new AddressRequest.Exactly(IpAddress.of("10.0.0." + random.nextInt(20)));
    }

    private List<SecurityGroupId> groups() {
        return Stream.generate(this::group).limit(random.nextInt(4)).toList();
    }

    private Member member() {
        return random.nextBoolean() ? new Member.OfEni(eni()) : new Member.OfInstance(instance());
    }

    private CidrBlock block() {
        return CidrBlock.of(pick("10.0.0.0/29", "10.0.0.8/29", "10.0.0.0/28", "10.0.1.0/24", "10.1.0.0/24"));
    }

    private Command attach() {
        Command.AttachEni command = new Command.AttachEni(eni(), instance());
        attached.add(command);
        return command;
    }

    /// Of those that were asked to be attached; few were.
    private Command detach() {
        return attached.isEmpty()
                ? attach()
                : attached.stream()
                        .skip(Math.max(0, attached.size() - 1 - random.nextInt(4)))
                        .findFirst()
                        .map(command -> new Command.DetachEni(command.eni(), command.instance()))
                        .orElseThrow();
    }

    private MoreAddresses more() {
        MoreAddresses.Count none = new MoreAddresses.Count(0, 0);
        return random.nextBoolean()
                ? new MoreAddresses(addresses(), List.of(), none, none)
                : new MoreAddresses(List.of(), List.of(), new MoreAddresses.Count(random.nextInt(3), 0), none);
    }

    private List<IpAddress> addresses() {
        return List.of(IpAddress.of("10.0.0." + random.nextInt(12)));
    }

    private EniEdit.Settings settings() {
        return new EniEdit.Settings(
                new Edit.Set<>(pick(OnRelease.values())),
                Edit.keep(),
                new TrackingEdit(Edit.keep(), Edit.keep(), Edit.keep()));
    }

    private NewInstance newInstance() {
        return new NewInstance(instance(), eni(), EniSettings.DEFAULT, "", MADE);
    }

    private Edit<Deletion> deletion() {
        return random.nextInt(3) == 0 ? new Edit.Set<>(pick(Deletion.values())) : Edit.keep();
    }

    private Edit<List<SecurityGroupId>> kept() {
        return random.nextBoolean() ? new Edit.Set<>(groups()) : Edit.keep();
    }

    private LabelEdit labels() {
        return pick(
                new LabelEdit.Tag(Map.of("team", "net")),
                new LabelEdit.Untag(List.of("team")),
                new LabelEdit.UntagAll(),
                new LabelEdit.Move("rg-7"));
    }

    private DetailsEdit texts() {
        return new DetailsEdit(
                random.nextBoolean() ? Edit.keep() : new Edit.Set<>("named-" + random.nextInt(3)), Edit.keep());
    }

    private AddressFamily family() {
        return pick(AddressFamily.values());
    }

    private Map<CidrBlock, String> blocks() {
        return Stream.of("10.0.0.0/8", "192.0.2.0/24", "2001:db8::/32", "2001:db8:7::/48")
                .filter(block -> random.nextInt(3) == 0)
                .collect(Collectors.toMap(CidrBlock::of, block -> ""));
    }

    private Map<PortRange, String> ports() {
        return IntStream.range(0, random.nextInt(4))
                .boxed()
                .collect(Collectors.toMap(port -> PortRange.of(20 + port), port -> "port " + port));
    }

    private PrefixListId prefixList() {
        return new PrefixListId(pick("pl-4", "pl-6", "pl-7", "pl-9"));
    }

    private PortListId portList() {
        return new PortListId(pick("prl-1", "prl-2", "prl-9"));
    }

    private VpcId vpc() {
        return new VpcId("vpc-" + random.nextInt(2));
    }

    private VSwitchId vSwitch() {
        return new VSwitchId("vsw-" + random.nextInt(4));
    }

    private SecurityGroupId group() {
        return new SecurityGroupId("sg-" + random.nextInt(5));
    }

    private EniId eni() {
        return new EniId("eni-" + random.nextInt(7));
    }

    private InstanceId instance() {
        return new InstanceId("i-" + random.nextInt(3));
    }

    @SafeVarargs
    private <T> T pick(T... from) {
        return from[random.nextInt(from.length)];
    }
}
