package dev.cordon.controlplane.command;

import static dev.cordon.controlplane.command.Sample.MADE;
import static dev.cordon.controlplane.command.Sample.SSH;
import static dev.cordon.controlplane.command.Sample.STATE;
import static dev.cordon.controlplane.command.Sample.block;
import static dev.cordon.controlplane.command.Sample.eniId;
import static dev.cordon.controlplane.command.Sample.listed;
import static dev.cordon.controlplane.command.Sample.newInstance;
import static dev.cordon.controlplane.command.Sample.newRule;
import static dev.cordon.controlplane.command.Sample.ofAll;
import static dev.cordon.controlplane.command.Sample.peerGroup;
import static dev.cordon.controlplane.command.Sample.sg;
import static dev.cordon.controlplane.command.Sample.tcp;
import static dev.cordon.controlplane.command.Sample.vSwitch;
import static dev.cordon.controlplane.command.Sample.vpc;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.EniSettings;
import dev.cordon.model.policy.GroupType;
import dev.cordon.model.policy.InstanceId;
import dev.cordon.model.policy.IntraGroupPolicy;
import dev.cordon.model.policy.LocalSide;
import dev.cordon.model.policy.Peer;
import dev.cordon.model.policy.PortListId;
import dev.cordon.model.policy.PortMatch;
import dev.cordon.model.policy.Power;
import dev.cordon.model.policy.PrefixListId;
import dev.cordon.model.policy.Priority;
import dev.cordon.model.policy.ProtocolMatch;
import dev.cordon.model.policy.RuleDetails;
import dev.cordon.model.policy.RuleId;
import dev.cordon.model.policy.RuleMatch;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.policy.VSwitchId;
import dev.cordon.model.policy.VpcId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RejectionTest {

    /// Full already: whatever is added is too much. Two groups for each ENI, one reference for each
    /// group.
    private static final Quotas TIGHT = new Quotas(2, 2, 1, 3, 1, 7);

    @ParameterizedTest(name = "{1}")
    @MethodSource({
        "aboutGroups",
        "aboutRules",
        "aboutMembers",
        "aboutNetworks",
        "aboutAddresses",
        "aboutLists",
        "aboutEnis",
        "aboutInstances",
        "aboutLabels"
    })
    void saysWhatStandsInTheWay(Command command, Rejection rejection) {
        assertEquals(new Decision.Rejected(rejection), Decide.decide(command, STATE, Quotas.DEFAULT));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("aboutQuotas")
    void saysWhichQuotaIsUsedUp(Command command, Rejection rejection) {
        assertEquals(new Decision.Rejected(rejection), Decide.decide(command, STATE, TIGHT));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("aboutListQuotas")
    void saysWhichQuotaOfListsIsUsedUp(Command command, Rejection rejection) {
        Quotas full = Quotas.DEFAULT.with(new Quotas.Lists(2, 1, 0));
        assertEquals(new Decision.Rejected(rejection), Decide.decide(command, STATE, full));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("aboutEniQuotas")
    void saysWhichQuotaOfEnisIsUsedUp(Command command, Rejection rejection) {
        Quotas full = Quotas.DEFAULT.with(new Quotas.Enis(2, 3));
        assertEquals(new Decision.Rejected(rejection), Decide.decide(command, STATE, full));
    }

    @Test
    void everyRejectionIsInATable() {
        Set<Class<?>> tested = Stream.of(
                        aboutGroups(),
                        aboutRules(),
                        aboutMembers(),
                        aboutNetworks(),
                        aboutAddresses(),
                        aboutLists(),
                        aboutEnis(),
                        aboutInstances(),
                        aboutLabels(),
                        aboutQuotas(),
                        aboutListQuotas(),
                        aboutEniQuotas())
                .flatMap(table -> table)
                .map(row -> row.get()[1].getClass())
                .collect(Collectors.toSet());
        assertEquals(cases(Rejection.class).collect(Collectors.toSet()), tested);
    }

    private static Stream<Class<?>> cases(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(RejectionTest::cases)
                : Stream.of(type);
    }

    static Stream<Arguments> aboutEnis() {
        InstanceId instance = new InstanceId("i-1");
        InstanceId none = new InstanceId("i-9");
        CidrBlock prefix = CidrBlock.of("10.1.0.0/28");
        CidrBlock wide = CidrBlock.of("10.1.0.32/27");
        IpAddress own = IpAddress.of("10.1.0.3");
        return Stream.of(
                row(new Command.AttachEni(eniId(9), instance), new MemberRejection.EniNotFound(eniId(9))),
                row(new Command.AttachEni(eniId(3), none), new MemberRejection.InstanceNotFound(none)),
                row(new Command.AttachEni(eniId(2), instance), new MemberRejection.EniIsAttached(eniId(2), instance)),
                row(
                        new Command.AttachEni(eniId(5), instance),
                        new MemberRejection.EniInOtherVpc(eniId(5), vpc(2), instance, vpc(1))),
                row(
                        new Command.AttachEni(eniId(6), instance),
                        new MemberRejection.EniInOtherZone(eniId(6), "zone-c", instance, "zone-b")),
                row(new Command.DetachEni(eniId(9), instance), new MemberRejection.EniNotFound(eniId(9))),
                row(new Command.DetachEni(eniId(2), none), new MemberRejection.InstanceNotFound(none)),
                row(new Command.DetachEni(eniId(3), instance), new MemberRejection.EniNotAttached(eniId(3), instance)),
                row(new Command.DetachEni(eniId(1), instance), new MemberRejection.PrimaryEniFixed(eniId(1), instance)),
                row(assign(9, "10.1.0.77"), new MemberRejection.EniNotFound(eniId(9))),
                row(assign(3, "10.1.0.3"), new NetworkRejection.AddressTaken(own, vSwitch(1))),
                row(assign(3, "10.1.0.0"), new NetworkRejection.AddressReserved(IpAddress.of("10.1.0.0"), vSwitch(1))),
                row(assign(3, prefix), new NetworkRejection.PrefixTaken(prefix, vSwitch(1))),
                row(assign(3, wide), new NetworkRejection.PrefixNotAllowed(wide, vSwitch(1), 28)),
                row(assign(3, "2001:db8::7"), new NetworkRejection.VSwitchWithoutIpv6(vSwitch(1))),
                row(
                        new Command.UnassignAddresses(eniId(2), List.of(own), List.of()),
                        new MemberRejection.AddressNotAssigned(eniId(2), own.asBlock())),
                row(
                        new Command.UnassignAddresses(eniId(9), List.of(own), List.of()),
                        new MemberRejection.EniNotFound(eniId(9))),
                row(
                        new Command.CreateVSwitch(
                                vSwitch(9),
                                vpc(1),
                                CidrBlock.of("10.9.0.0/24"),
                                new Ipv6Subnet.Numbered(7),
                                "zone-b",
                                Sample.MADE),
                        new NetworkRejection.VpcWithoutIpv6(vpc(1))));
    }

    static Stream<Arguments> aboutLabels() {
        Map<String, String> many =
                Stream.iterate(0, i -> i < 21, i -> i + 1).collect(Collectors.toMap(i -> "key-" + i, i -> "value"));
        DetailsEdit same = new DetailsEdit(Edit.keep(), Edit.keep());
        return Stream.of(
                row(
                        new Command.Relabel(List.of(sg("web"), eniId(9)), new LabelEdit.UntagAll()),
                        new LabelRejection.ObjectNotFound(eniId(9))),
                row(
                        new Command.Relabel(List.of(sg("web")), new LabelEdit.Tag(many)),
                        new LabelRejection.TagLimit(sg("web"), 20)),
                row(new Command.ModifyVpc(vpc(9), same, List.of()), new NetworkRejection.VpcNotFound(vpc(9))),
                row(
                        new Command.ModifyVSwitch(vSwitch(9), same, new Ipv6Subnet.None()),
                        new NetworkRejection.VSwitchNotFound(vSwitch(9))),
                row(
                        new Command.ModifyVSwitch(vSwitch(1), same, new Ipv6Subnet.Numbered(1)),
                        new NetworkRejection.VpcWithoutIpv6(vpc(1))));
    }

    static Stream<Arguments> aboutInstances() {
        InstanceId running = new InstanceId("i-1");
        InstanceId kept = new InstanceId("i-kept");
        InstanceId none = new InstanceId("i-9");
        InstanceEdit edit = new InstanceEdit(
                new DetailsEdit(Edit.keep(), Edit.keep()),
                Edit.keep(),
                Edit.keep(),
                new Edit.Set<>(List.of(sg("none"))));
        return Stream.of(
                row(
                        new Command.CreateInstance(
                                vSwitch(1),
                                List.of(sg("web")),
                                "ecs.c7.xlarge",
                                new AddressRequest.Any(),
                                Sample.newInstance(1)),
                        new Rejection.IdTaken(running)),
                row(
                        new Command.SetPower(running, Power.RUNNING),
                        new MemberRejection.InstanceIsAlready(running, Power.RUNNING)),
                row(new Command.SetPower(none, Power.RUNNING), new MemberRejection.InstanceNotFound(none)),
                row(new Command.ModifyInstance(none, edit), new MemberRejection.InstanceNotFound(none)),
                row(new Command.ModifyInstance(running, edit), new GroupRejection.GroupNotFound(sg("none"))),
                row(new Command.DeleteInstance(kept), new MemberRejection.InstanceIsProtected(kept)),
                row(
                        new Command.DeleteInstances(List.of(running, kept)),
                        new MemberRejection.InstanceIsProtected(kept)));
    }

    static Stream<Arguments> aboutEniQuotas() {
        InstanceId instance = new InstanceId("i-1");
        MoreAddresses three =
                new MoreAddresses(List.of(), List.of(), new MoreAddresses.Count(3, 0), new MoreAddresses.Count(0, 0));
        return Stream.of(
                row(new Command.AttachEni(eniId(3), instance), new MemberRejection.InstanceEniLimit(instance, 2)),
                row(
                        new Command.AssignAddresses(eniId(3), AddressFamily.IPV4, three),
                        new MemberRejection.EniAddressLimit(eniId(3), AddressFamily.IPV4, 3)));
    }

    private static Command assign(int eni, String address) {
        IpAddress wanted = IpAddress.of(address);
        MoreAddresses more = new MoreAddresses(
                List.of(wanted), List.of(), new MoreAddresses.Count(0, 0), new MoreAddresses.Count(0, 0));
        return new Command.AssignAddresses(eniId(eni), wanted.family(), more);
    }

    private static Command assign(int eni, CidrBlock prefix) {
        MoreAddresses more = new MoreAddresses(
                List.of(), List.of(prefix), new MoreAddresses.Count(0, 0), new MoreAddresses.Count(0, 0));
        return new Command.AssignAddresses(eniId(eni), prefix.family(), more);
    }

    static Stream<Arguments> aboutLists() {
        PrefixListId ipv4 = new PrefixListId("pl-4");
        PortListId ports = new PortListId("prl-1");
        CidrBlock ipv6 = CidrBlock.of("2001:db8::/32");
        return Stream.of(
                row(createPrefixList("pl-4", Map.of()), new Rejection.IdTaken(ipv4)),
                row(
                        createPrefixList("pl-9", Map.of(ipv6, "")),
                        new ListRejection.EntryFamilyMismatch(ipv6, AddressFamily.IPV4)),
                row(
                        createPrefixList(
                                "pl-9", Map.of(CidrBlock.of("192.0.2.0/24"), "", CidrBlock.of("10.0.0.0/8"), "ten")),
                        new ListRejection.EntryLimit(new PrefixListId("pl-9"), 1)),
                row(
                        new Command.DeletePrefixList(new PrefixListId("pl-9")),
                        new ListRejection.PrefixListNotFound(new PrefixListId("pl-9"))),
                row(
                        new Command.DeletePrefixList(new PrefixListId("pl-6")),
                        new ListRejection.ListInUse(new PrefixListId("pl-6"), List.of(sg("far")))),
                row(createPortList("prl-1"), new Rejection.IdTaken(ports)),
                row(
                        new Command.DeletePortList(new PortListId("prl-9")),
                        new ListRejection.PortListNotFound(new PortListId("prl-9"))));
    }

    static Stream<Arguments> aboutListQuotas() {
        return Stream.of(
                row(createPrefixList("pl-9", Map.of()), new ListRejection.PrefixListLimit(2)),
                row(createPortList("prl-9"), new ListRejection.PortListLimit(1)),
                row(
                        authorize("sg-web", ofAll(listed("pl-4"))),
                        new ListRejection.AssociationLimit(new PrefixListId("pl-4"), 0)));
    }

    private static Command rename(String group) {
        return new Command.ModifyGroup(sg(group), new DetailsEdit(new Edit.Set<>("renamed"), Edit.keep()));
    }

    private static Command createPrefixList(String id, Map<CidrBlock, String> entries) {
        return new Command.CreatePrefixList(new PrefixListId(id), AddressFamily.IPV4, 1, entries, Sample.MADE);
    }

    private static Command createPortList(String id) {
        return new Command.CreatePortList(new PortListId(id), 2, Map.of(), Sample.MADE);
    }

    static Stream<Arguments> aboutGroups() {
        return Stream.of(
                row(createGroup("sg-web", vpc(1)), new Rejection.IdTaken(sg("web"))),
                row(createGroup("sg-new", vpc(9)), new NetworkRejection.VpcNotFound(vpc(9))),
                row(new Command.DeleteGroup(sg("none")), new GroupRejection.GroupNotFound(sg("none"))),
                row(new Command.DeleteGroup(sg("prod")), new GroupRejection.GroupManagedByProduct(sg("prod"))),
                row(
                        new Command.DeleteGroup(sg("db")),
                        new GroupRejection.GroupHasMembers(sg("db"), List.of(eniId(2), eniId(3)))),
                row(
                        new Command.DeleteGroup(sg("idle")),
                        new GroupRejection.GroupIsReferenced(sg("idle"), List.of(sg("db")))),
                row(new Command.DeleteGroup(sg("kept")), new GroupRejection.GroupIsProtected(sg("kept"))),
                row(isolate("none"), new GroupRejection.GroupNotFound(sg("none"))),
                row(isolate("prod"), new GroupRejection.GroupManagedByProduct(sg("prod"))),
                row(isolate("adv"), new GroupRejection.AdvancedGroupPolicyFixed(sg("adv"))),
                row(rename("none"), new GroupRejection.GroupNotFound(sg("none"))),
                row(rename("prod"), new GroupRejection.GroupManagedByProduct(sg("prod"))),
                row(authorize("sg-none", SSH), new GroupRejection.GroupNotFound(sg("none"))),
                row(authorize("sg-prod", SSH), new GroupRejection.GroupManagedByProduct(sg("prod"))),
                row(revoke("none", "sgr-ssh"), new GroupRejection.GroupNotFound(sg("none"))),
                row(revoke("prod", "sgr-ssh"), new GroupRejection.GroupManagedByProduct(sg("prod"))));
    }

    static Stream<Arguments> aboutRules() {
        LocalSide local6 = new LocalSide.Block(CidrBlock.of("2001:db8::7/128"));
        LocalSide local4 = new LocalSide.Block(CidrBlock.of("192.0.2.0/24"));
        return Stream.of(
                row(revoke("web", "sgr-ref"), new RuleRejection.RuleNotFound(new RuleId("sgr-ref"), sg("web"))),
                row(
                        new Command.ReplaceRule(
                                Sample.rule("sgr-ssh", "sg-web", 1, ofAll(block("192.0.2.0/24"))),
                                Sample.newRule("sgr-ssh", SSH)),
                        new RuleRejection.RuleChanged(new RuleId("sgr-ssh"))),
                row(
                        new Command.ReplaceRule(
                                Sample.rule("sgr-dns", "sg-kept", 2, Sample.DNS), Sample.newRule("sgr-dns", SSH)),
                        new RuleRejection.RuleExists(new RuleId("sgr-ntp"))),
                row(
                        authorize("sg-web", tcp(443, block("192.0.2.0/25")), SSH, tcp(443, block("192.0.2.0/25"))),
                        new RuleRejection.RuleRepeated(0, 2)),
                row(authorize("sg-web", ofAll(peerGroup("sg-none"))), new RuleRejection.PeerGroupNotFound(sg("none"))),
                row(authorize("sg-web", ofAll(peerGroup("sg-web"))), new RuleRejection.PeerGroupIsSelf(sg("web"))),
                row(authorize("sg-adv", ofAll(peerGroup("sg-web"))), new RuleRejection.PeerGroupNotBasic(sg("adv"))),
                row(authorize("sg-web", ofAll(peerGroup("sg-adv"))), new RuleRejection.PeerGroupNotBasic(sg("adv"))),
                row(
                        authorize("sg-web", ofAll(peerGroup("sg-far"))),
                        new RuleRejection.PeerGroupInOtherVpc(sg("far"), vpc(2), vpc(1))),
                row(
                        authorize("sg-web", ofAll(listed("pl-9"))),
                        new ListRejection.PrefixListNotFound(new PrefixListId("pl-9"))),
                row(
                        authorize("sg-web", withLocal(tcp(22, listed("pl-6")), local4)),
                        new RuleRejection.PrefixListFamilyMismatch(
                                new PrefixListId("pl-6"), AddressFamily.IPV6, CidrBlock.of("192.0.2.0/24"))),
                row(
                        authorize("sg-web", withPorts(SSH, "prl-9")),
                        new ListRejection.PortListNotFound(new PortListId("prl-9"))),
                row(
                        authorize("sg-web", withLocal(SSH, local6)),
                        new RuleRejection.FamilyConflict(
                                CidrBlock.of("192.0.2.0/24"), CidrBlock.of("2001:db8::7/128"))),
                row(
                        authorize("sg-web", icmp(IpProtocol.ICMP, block("2001:db8::/32"))),
                        new RuleRejection.ProtocolFamilyMismatch(IpProtocol.ICMP, AddressFamily.IPV6)),
                row(
                        authorize("sg-web", icmp(IpProtocol.ICMPV6, listed("pl-4"))),
                        new RuleRejection.ProtocolFamilyMismatch(IpProtocol.ICMPV6, AddressFamily.IPV4)),
                row(
                        authorize("sg-db", withLocal(icmp(IpProtocol.ICMP, peerGroup("sg-idle")), local6)),
                        new RuleRejection.ProtocolFamilyMismatch(IpProtocol.ICMP, AddressFamily.IPV6)),
                row(
                        authorize("sg-web", withLocal(SSH, local4)),
                        new RuleRejection.BlocksEqual(CidrBlock.of("192.0.2.0/24"))),
                row(
                        new Command.AuthorizeRules(
                                sg("web"),
                                Direction.EGRESS,
                                List.of(new NewRule(
                                        new RuleId("sgr-new"), SSH, Action.DROP, Priority.LEGACY, RuleDetails.NONE))),
                        new RuleRejection.PriorityNotWritable(Priority.LEGACY)),
                row(
                        new Command.AuthorizeRules(
                                sg("web"), Direction.EGRESS, List.of(newRule("sgr-ssh", ofAll(block("::/0"))))),
                        new Rejection.IdTaken(new RuleId("sgr-ssh"))));
    }

    static Stream<Arguments> aboutMembers() {
        return Stream.of(
                row(attach(9, "web"), new MemberRejection.EniNotFound(eniId(9))),
                row(
                        new Command.AttachGroup(new Member.OfInstance(new InstanceId("i-9")), sg("web")),
                        new MemberRejection.InstanceNotFound(new InstanceId("i-9"))),
                row(attach(3, "none"), new GroupRejection.GroupNotFound(sg("none"))),
                row(attach(3, "prod"), new GroupRejection.GroupManagedByProduct(sg("prod"))),
                row(attach(3, "db"), new MemberRejection.AlreadyMember(eniId(3), sg("db"))),
                row(attach(3, "far"), new MemberRejection.VpcMismatch(eniId(3), vpc(1), sg("far"), vpc(2))),
                row(attach(3, "adv"), new MemberRejection.TypeMismatch(eniId(3), sg("web"), sg("adv"))),
                row(attach(4, "idle"), new MemberRejection.TypeMismatch(eniId(4), sg("adv"), sg("idle"))),
                row(detach(9, "web"), new MemberRejection.EniNotFound(eniId(9))),
                row(detach(3, "none"), new GroupRejection.GroupNotFound(sg("none"))),
                row(detach(3, "prod"), new GroupRejection.GroupManagedByProduct(sg("prod"))),
                row(detach(3, "idle"), new MemberRejection.NotMember(eniId(3), sg("idle"))),
                row(
                        new Command.DetachGroup(new Member.OfInstance(new InstanceId("i-1")), sg("web")),
                        new MemberRejection.LastGroup(eniId(1), sg("web"))),
                row(
                        new Command.DeleteInstance(new InstanceId("i-9")),
                        new MemberRejection.InstanceNotFound(new InstanceId("i-9"))),
                row(new Command.DeleteEni(eniId(9)), new MemberRejection.EniNotFound(eniId(9))),
                row(
                        new Command.DeleteEni(eniId(2)),
                        new MemberRejection.EniIsAttached(eniId(2), new InstanceId("i-1"))),
                row(createEni(7, vSwitch(1), List.of()), new MemberRejection.GroupMissing(eniId(7))),
                row(
                        createEni(7, vSwitch(1), List.of(sg("db"), sg("idle"), sg("db"))),
                        new MemberRejection.AlreadyMember(eniId(7), sg("db"))),
                row(
                        run(vSwitch(1), List.of(sg("far")), new AddressRequest.Any(), newInstance(5)),
                        new MemberRejection.VpcMismatch(new EniId("eni-of-5"), vpc(1), sg("far"), vpc(2))));
    }

    static Stream<Arguments> aboutNetworks() {
        CidrBlock long29 = CidrBlock.of("10.0.0.0/29");
        CidrBlock six = CidrBlock.of("2001:d00::/24");
        CidrBlock short15 = CidrBlock.of("10.4.0.0/15");
        return Stream.of(
                row(new Command.CreateVpc(vpc(1), CidrBlock.of("10.0.0.0/16"), MADE), new Rejection.IdTaken(vpc(1))),
                row(new Command.CreateVpc(vpc(9), long29, MADE), new NetworkRejection.BlockNotAllowed(long29, 8, 28)),
                row(new Command.CreateVpc(vpc(9), six, MADE), new NetworkRejection.BlockNotAllowed(six, 8, 28)),
                row(new Command.DeleteVpc(vpc(9)), new NetworkRejection.VpcNotFound(vpc(9))),
                row(
                        new Command.DeleteVpc(vpc(1)),
                        new NetworkRejection.VpcInUse(
                                vpc(1),
                                List.of(
                                        vSwitch(1),
                                        vSwitch(2),
                                        vSwitch(4),
                                        sg("adv"),
                                        sg("db"),
                                        sg("idle"),
                                        sg("kept"),
                                        sg("prod"),
                                        sg("web")))),
                row(createVSwitch(1, 1, "10.3.0.0/24"), new Rejection.IdTaken(vSwitch(1))),
                row(createVSwitch(9, 9, "10.3.0.0/24"), new NetworkRejection.VpcNotFound(vpc(9))),
                row(createVSwitch(9, 1, "10.4.0.0/15"), new NetworkRejection.BlockNotAllowed(short15, 16, 29)),
                row(
                        createVSwitch(9, 2, "10.3.0.0/24"),
                        new NetworkRejection.VSwitchOutsideVpc(
                                CidrBlock.of("10.3.0.0/24"), vpc(2), CidrBlock.of("172.16.0.0/12"))),
                row(
                        createVSwitch(9, 1, "10.1.0.128/25"),
                        new NetworkRejection.VSwitchOverlaps(
                                CidrBlock.of("10.1.0.128/25"), vSwitch(1), CidrBlock.of("10.1.0.0/24"))),
                row(new Command.DeleteVSwitch(vSwitch(9)), new NetworkRejection.VSwitchNotFound(vSwitch(9))),
                row(
                        new Command.DeleteVSwitch(vSwitch(1)),
                        new NetworkRejection.VSwitchInUse(
                                vSwitch(1), List.of(eniId(1), eniId(2), eniId(3), eniId(4)))));
    }

    static Stream<Arguments> aboutAddresses() {
        return Stream.of(
                row(createEni(7, vSwitch(9), List.of(sg("web"))), new NetworkRejection.VSwitchNotFound(vSwitch(9))),
                row(createEni(3, vSwitch(1), List.of(sg("web"))), new Rejection.IdTaken(eniId(3))),
                row(
                        run(vSwitch(9), List.of(sg("web")), new AddressRequest.Any(), newInstance(5)),
                        new NetworkRejection.VSwitchNotFound(vSwitch(9))),
                row(
                        run(vSwitch(1), List.of(sg("web")), new AddressRequest.Any(), newInstance(5), newInstance(1)),
                        new Rejection.IdTaken(new InstanceId("i-1"))),
                row(
                        runAt("10.1.1.7"),
                        new NetworkRejection.AddressOutsideVSwitch(
                                IpAddress.of("10.1.1.7"), vSwitch(1), CidrBlock.of("10.1.0.0/24"))),
                row(runAt("10.1.0.0"), reserved("10.1.0.0")),
                row(runAt("10.1.0.253"), reserved("10.1.0.253")),
                row(runAt("10.1.0.255"), reserved("10.1.0.255")),
                row(runAt("10.1.0.4"), new NetworkRejection.AddressTaken(IpAddress.of("10.1.0.4"), vSwitch(1))),
                row(
                        run(
                                vSwitch(1),
                                List.of(sg("web")),
                                new AddressRequest.Exactly(IpAddress.of("10.1.0.252")),
                                newInstance(5),
                                newInstance(6)),
                        reserved("10.1.0.253")),
                row(
                        run(
                                vSwitch(2),
                                List.of(sg("web")),
                                new AddressRequest.Any(),
                                newInstance(2),
                                newInstance(3),
                                newInstance(4),
                                newInstance(5),
                                newInstance(6)),
                        new NetworkRejection.VSwitchFull(vSwitch(2), 5)));
    }

    static Stream<Arguments> aboutQuotas() {
        return Stream.of(
                row(createGroup("sg-new", vpc(1)), new GroupRejection.GroupLimit(7)),
                row(
                        authorize("sg-db", tcp(443, peerGroup("sg-idle"))),
                        new RuleRejection.GroupReferenceLimit(sg("db"), 1)),
                row(attach(3, "idle"), new MemberRejection.EniGroupLimit(eniId(3), 2)),
                row(createEni(7, vSwitch(1), List.of(sg("web"))), new MemberRejection.GroupFull(sg("web"), 3)),
                row(createEni(7, vSwitch(1), List.of(sg("adv"))), new MemberRejection.GroupFull(sg("adv"), 1)),
                row(authorize("sg-db", tcp(443, block("192.0.2.0/24"))), new RuleRejection.RuleLimit(eniId(2), 3, 2)),
                row(authorize("sg-idle", tcp(443, listed("pl-4"))), new RuleRejection.RuleLimit(sg("idle"), 10, 2)));
    }

    private static Arguments row(Command command, Rejection rejection) {
        return arguments(command, rejection);
    }

    private static Command createGroup(String id, VpcId vpc) {
        return new Command.CreateGroup(new SecurityGroupId(id), vpc, GroupType.BASIC, MADE);
    }

    private static Command isolate(String group) {
        return new Command.SetIntraGroupPolicy(sg(group), IntraGroupPolicy.ISOLATED);
    }

    private static Command authorize(String group, RuleMatch... matches) {
        List<NewRule> rules = IntStream.range(0, matches.length)
                .mapToObj(i -> newRule("sgr-new-" + i, matches[i]))
                .toList();
        return new Command.AuthorizeRules(new SecurityGroupId(group), Direction.INGRESS, rules);
    }

    private static Command revoke(String group, String rule) {
        return new Command.RevokeRules(
                sg(group), Direction.INGRESS, new RuleSelection.ByIds(List.of(new RuleId(rule))));
    }

    private static Command attach(int eni, String group) {
        return new Command.AttachGroup(new Member.OfEni(eniId(eni)), sg(group));
    }

    private static Command detach(int eni, String group) {
        return new Command.DetachGroup(new Member.OfEni(eniId(eni)), sg(group));
    }

    private static Command createVSwitch(int id, int vpc, String block) {
        return new Command.CreateVSwitch(vSwitch(id), vpc(vpc), CidrBlock.of(block), "zone-d", MADE);
    }

    private static Command createEni(int id, VSwitchId vSwitch, List<SecurityGroupId> groups) {
        return new Command.CreateEni(eniId(id), vSwitch, groups, new AddressRequest.Any(), EniSettings.DEFAULT, MADE);
    }

    private static Command run(
            VSwitchId vSwitch, List<SecurityGroupId> groups, AddressRequest address, NewInstance... instances) {
        return new Command.RunInstances(vSwitch, groups, "ecs.g7.large", address, List.of(instances));
    }

    private static Command runAt(String address) {
        return run(vSwitch(1), List.of(sg("web")), new AddressRequest.Exactly(IpAddress.of(address)), newInstance(5));
    }

    private static Rejection reserved(String address) {
        return new NetworkRejection.AddressReserved(IpAddress.of(address), vSwitch(1));
    }

    private static RuleMatch icmp(IpProtocol protocol, Peer peer) {
        return RuleMatch.of(ProtocolMatch.of(protocol), PortMatch.any(), peer);
    }

    private static RuleMatch withLocal(RuleMatch match, LocalSide local) {
        return new RuleMatch(match.protocol(), match.destinationPorts(), match.sourcePorts(), match.peer(), local);
    }

    private static RuleMatch withPorts(RuleMatch match, String list) {
        return new RuleMatch(
                match.protocol(),
                new PortMatch.Listed(new PortListId(list)),
                match.sourcePorts(),
                match.peer(),
                match.local());
    }
}
