package dev.cordon.controlplane.command;

import static dev.cordon.controlplane.command.Sample.MADE;
import static dev.cordon.controlplane.command.Sample.STATE;
import static dev.cordon.controlplane.command.Sample.eniId;
import static dev.cordon.controlplane.command.Sample.sg;
import static dev.cordon.controlplane.command.Sample.vSwitch;
import static dev.cordon.controlplane.command.Sample.vpc;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.controlplane.command.MoreAddresses.Count;
import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.MacAddress;
import dev.cordon.model.policy.Attachment;
import dev.cordon.model.policy.Details;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.EniAddresses;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.EniSettings;
import dev.cordon.model.policy.GroupType;
import dev.cordon.model.policy.InstanceId;
import dev.cordon.model.policy.Management;
import dev.cordon.model.policy.OnRelease;
import dev.cordon.model.policy.SourceDestCheck;
import dev.cordon.model.policy.TrackingTimeouts;
import dev.cordon.model.policy.VSwitch;
import dev.cordon.model.policy.Vpc;
import dev.cordon.model.state.Change;
import dev.cordon.model.state.PolicyState;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EniCommandsTest {

    private static final InstanceId INSTANCE = new InstanceId("i-1");
    private static final CidrBlock IPV6 = CidrBlock.of("2001:db8:0:700::/56");
    private static final DetailsEdit SAME = new DetailsEdit(Edit.keep(), Edit.keep());
    private static final EniEdit.Settings SAME_SETTINGS =
            new EniEdit.Settings(Edit.keep(), Edit.keep(), new TrackingEdit(Edit.keep(), Edit.keep(), Edit.keep()));

    private static Eni eni(int number, PolicyState state) {
        return state.eni(eniId(number)).orElseThrow();
    }

    private static PolicyState after(PolicyState state, Command... commands) {
        PolicyState result = state;
        for (Command command : commands) {
            result = switch (Decide.decide(command, result, Quotas.DEFAULT)) {
                case Decision.Accepted(var changes, var answer) -> result.apply(changes);
                case Decision.Rejected(var rejection) -> throw new AssertionError(rejection);
            };
        }
        return result;
    }

    @Test
    void freeEniIsAttachedAsASecondaryOneAndDetachedAgain() {
        PolicyState attached = after(STATE, new Command.AttachEni(eniId(3), INSTANCE));
        assertEquals(
                new Attachment.Attached(INSTANCE, Attachment.Role.SECONDARY),
                eni(3, attached).attachment());
        assertEquals(STATE, after(attached, new Command.DetachEni(eniId(3), INSTANCE)));
    }

    @Test
    void textsSettingsAndGroupsChangeAtOnce() {
        EniEdit edit = new EniEdit(
                new DetailsEdit(new Edit.Set<>("front"), new Edit.Set<>("")),
                new Edit.Set<>(List.of(sg("idle"), sg("web"))),
                new EniEdit.Settings(
                        new Edit.Set<>(OnRelease.DELETED),
                        new Edit.Set<>(SourceDestCheck.ON),
                        new TrackingEdit(
                                new Edit.Set<>(Duration.ofSeconds(60)),
                                Edit.keep(),
                                new Edit.Set<>(Duration.ofSeconds(20)))));
        Eni changed = eni(3, STATE)
                .in(List.of(sg("idle"), sg("web")))
                .with(new Details("front", "", MADE.createdAt()))
                .with(new EniSettings(
                                MacAddress.of("02:00:00:00:00:03"),
                                new TrackingTimeouts(
                                        Duration.ofSeconds(60), Duration.ofSeconds(3), Duration.ofSeconds(20)),
                                eni(3, STATE).settings().smtp())
                        .with(OnRelease.DELETED)
                        .with(SourceDestCheck.ON));
        assertEquals(changed, eni(3, after(STATE, new Command.ModifyEni(eniId(3), edit))));
    }

    @Test
    void groupsOfOtherTypeTakeThePlaceOfAllThatWere() {
        EniEdit edit = new EniEdit(SAME, new Edit.Set<>(List.of(sg("adv"))), SAME_SETTINGS);
        assertEquals(
                List.of(sg("adv")),
                eni(3, after(STATE, new Command.ModifyEni(eniId(3), edit))).groups());
        EniEdit mixed = new EniEdit(SAME, new Edit.Set<>(List.of(sg("adv"), sg("web"))), SAME_SETTINGS);
        assertEquals(
                Decision.rejected(new MemberRejection.TypeMismatch(eniId(3), sg("adv"), sg("web"))),
                Decide.decide(new Command.ModifyEni(eniId(3), mixed), STATE, Quotas.DEFAULT));
    }

    @Test
    void addressesAreGivenByNameAndByNumberAndTakenAgain() {
        MoreAddresses more = new MoreAddresses(
                List.of(IpAddress.of("10.1.0.6")),
                List.of(CidrBlock.of("10.1.0.64/28")),
                new Count(2, 1),
                new Count(0, 0));
        Command assign = new Command.AssignAddresses(eniId(3), AddressFamily.IPV4, more);
        EniAddresses addresses = new EniAddresses(
                IpAddress.of("10.1.0.4"),
                Stream.of("10.1.0.6", "10.1.0.2", "10.1.0.7").map(IpAddress::of).toList(),
                Stream.of("10.1.0.64/28", "10.1.0.16/28").map(CidrBlock::of).toList(),
                List.of());
        assertEquals(
                Decision.accepted(
                        new Answer.AddressesAssigned(
                                eniId(3), AddressFamily.IPV4, addresses.others(), addresses.prefixes()),
                        new Change.Put(eni(3, STATE).with(addresses))),
                Decide.decide(assign, STATE, Quotas.DEFAULT));
        Command unassign = new Command.UnassignAddresses(eniId(3), addresses.others(), addresses.prefixes());
        assertEquals(STATE, after(STATE, assign, unassign));
    }

    @Test
    void ipv6ComesOutOfThePartOfTheVpcsBlock() {
        MoreAddresses more = new MoreAddresses(
                List.of(IpAddress.of("2001:db8:0:705::2")),
                List.of(CidrBlock.of("2001:db8:0:705:8000::/80")),
                new Count(0, 0),
                new Count(2, 1));
        PolicyState state = after(
                Sample.with(
                        new Vpc(vpc(3), CidrBlock.of("192.168.0.0/16"), List.of(IPV6), MADE),
                        Sample.group("sg-six", 3, GroupType.BASIC, Management.CUSTOMER)),
                new Command.CreateVSwitch(
                        vSwitch(7), vpc(3), CidrBlock.of("192.168.7.0/24"), new Ipv6Subnet.Numbered(5), "zone-b", MADE),
                new Command.CreateEni(
                        new EniId("eni-7"),
                        vSwitch(7),
                        List.of(sg("six")),
                        new AddressRequest.Any(),
                        more,
                        EniSettings.DEFAULT,
                        MADE));
        VSwitch made = state.vSwitch(vSwitch(7)).orElseThrow();
        assertEquals(List.of(CidrBlock.of("2001:db8:0:705::/64")), made.ipv6Blocks());
        EniAddresses addresses = state.eni(new EniId("eni-7")).orElseThrow().addresses();
        assertEquals(
                Stream.of("2001:db8:0:705::2", "2001:db8:0:705::1", "2001:db8:0:705::3")
                        .map(IpAddress::of)
                        .toList(),
                addresses.others());
        assertEquals(
                Stream.of("2001:db8:0:705:8000::/80", "2001:db8:0:705:1::/80")
                        .map(CidrBlock::of)
                        .toList(),
                addresses.prefixes());
        assertEquals(
                Decision.rejected(new NetworkRejection.VSwitchOverlaps(
                        CidrBlock.of("2001:db8:0:705::/64"), vSwitch(7), CidrBlock.of("2001:db8:0:705::/64"))),
                Decide.decide(
                        new Command.CreateVSwitch(
                                vSwitch(8),
                                vpc(3),
                                CidrBlock.of("192.168.8.0/24"),
                                new Ipv6Subnet.Numbered(5),
                                "zone-b",
                                MADE),
                        state,
                        Quotas.DEFAULT));
    }

    /// The ENI that grows is already in the group.
    @Test
    void groupThatIsFullKeepsItsMembersFromGrowing() {
        Quotas four = Quotas.DEFAULT.withGroupCapacity(4);
        MoreAddresses two = new MoreAddresses(List.of(), List.of(), new Count(2, 0), new Count(0, 0));
        MoreAddresses one = new MoreAddresses(List.of(), List.of(), new Count(1, 0), new Count(0, 0));
        assertEquals(
                Decision.rejected(new MemberRejection.GroupFull(sg("web"), 4)),
                Decide.decide(new Command.AssignAddresses(eniId(3), AddressFamily.IPV4, two), STATE, four));
        assertEquals(
                Decision.Accepted.class,
                Decide.decide(new Command.AssignAddresses(eniId(3), AddressFamily.IPV4, one), STATE, four)
                        .getClass());
    }
}
