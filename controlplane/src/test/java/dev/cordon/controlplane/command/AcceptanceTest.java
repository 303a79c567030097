package dev.cordon.controlplane.command;

import static dev.cordon.controlplane.command.Sample.MADE;
import static dev.cordon.controlplane.command.Sample.SSH;
import static dev.cordon.controlplane.command.Sample.STATE;
import static dev.cordon.controlplane.command.Sample.attached;
import static dev.cordon.controlplane.command.Sample.block;
import static dev.cordon.controlplane.command.Sample.eni;
import static dev.cordon.controlplane.command.Sample.eniId;
import static dev.cordon.controlplane.command.Sample.newInstance;
import static dev.cordon.controlplane.command.Sample.sg;
import static dev.cordon.controlplane.command.Sample.tcp;
import static dev.cordon.controlplane.command.Sample.vSwitch;
import static dev.cordon.controlplane.command.Sample.vpc;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.MacAddress;
import dev.cordon.model.policy.Attachment;
import dev.cordon.model.policy.Deletion;
import dev.cordon.model.policy.Details;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.EniAddresses;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.EniSettings;
import dev.cordon.model.policy.Entity;
import dev.cordon.model.policy.GroupType;
import dev.cordon.model.policy.Instance;
import dev.cordon.model.policy.InstanceId;
import dev.cordon.model.policy.IntraGroupPolicy;
import dev.cordon.model.policy.Management;
import dev.cordon.model.policy.OnRelease;
import dev.cordon.model.policy.Power;
import dev.cordon.model.policy.RuleId;
import dev.cordon.model.policy.SecurityGroup;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.policy.VSwitch;
import dev.cordon.model.policy.Vpc;
import dev.cordon.model.state.Change;
import dev.cordon.model.state.PolicyState;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptanceTest {

    private static final Answer DONE = new Answer.Done();

    @Test
    void vpcIsMade() {
        Vpc vpc = new Vpc(vpc(9), CidrBlock.of("192.168.8.0/24"), MADE);
        assertAccepted(
                new Command.CreateVpc(vpc.id(), vpc.block(), MADE),
                new Answer.VpcCreated(vpc.id()),
                new Change.Put(vpc));
    }

    @Test
    void emptyVpcIsDeleted() {
        assertAccepted(new Command.DeleteVpc(vpc(3)), DONE, new Change.Delete(vpc(3)));
    }

    @Test
    void vSwitchIsMadeBesideOthers() {
        VSwitch made = new VSwitch(vSwitch(9), vpc(1), CidrBlock.of("10.1.1.0/24"), "zone-d", MADE);
        assertAccepted(
                new Command.CreateVSwitch(made.id(), made.vpc(), made.block(), made.zone(), MADE),
                new Answer.VSwitchCreated(made.id()),
                new Change.Put(made));
    }

    @Test
    void emptyVSwitchIsDeleted() {
        assertAccepted(new Command.DeleteVSwitch(vSwitch(2)), DONE, new Change.Delete(vSwitch(2)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"BASIC, INTERCONNECTED", "ADVANCED, ISOLATED"})
    void newGroupStartsWithThePolicyOfItsType(GroupType type, IntraGroupPolicy policy) {
        SecurityGroupId id = sg("new");
        assertAccepted(
                new Command.CreateGroup(id, vpc(1), type, MADE),
                new Answer.GroupCreated(id),
                new Change.Put(new SecurityGroup(id, vpc(1), type, policy, Management.CUSTOMER, MADE)));
    }

    @Test
    void groupGetsOtherTexts() {
        SecurityGroup web = STATE.group(sg("web")).orElseThrow();
        assertAccepted(
                new Command.ModifyGroup(sg("web"), new DetailsEdit(new Edit.Set<>("front"), new Edit.Set<>(""))),
                DONE,
                new Change.Put(web.with(new Details("front", "", MADE.createdAt()))));
        assertAccepted(
                new Command.ModifyGroup(sg("web"), new DetailsEdit(Edit.keep(), new Edit.Set<>("of the shop"))),
                DONE,
                new Change.Put(web.with(new Details("made", "of the shop", MADE.createdAt()))));
    }

    @Test
    void groupGoesWithItsRules() {
        PolicyState state =
                Sample.with(Sample.rule("sgr-idle", "sg-idle", 1, SSH)).apply(new Change.Delete(new RuleId("sgr-ref")));
        Decision expected =
                Decision.accepted(DONE, new Change.Delete(new RuleId("sgr-idle")), new Change.Delete(sg("idle")));
        assertEquals(expected, Decide.decide(new Command.DeleteGroup(sg("idle")), state, Quotas.DEFAULT));
    }

    @Test
    void groupIsIsolated() {
        SecurityGroup isolated = STATE.group(sg("web")).orElseThrow().with(IntraGroupPolicy.ISOLATED);
        assertAccepted(
                new Command.SetIntraGroupPolicy(sg("web"), IntraGroupPolicy.ISOLATED), DONE, new Change.Put(isolated));
    }

    @Test
    void settingThePolicyThatIsSetChangesNothing() {
        assertAccepted(new Command.SetIntraGroupPolicy(sg("web"), IntraGroupPolicy.INTERCONNECTED), DONE);
    }

    @Test
    void instancesGetTheLowestFreeAddresses() {
        Command.RunInstances run = new Command.RunInstances(
                vSwitch(1),
                List.of(sg("db"), sg("web")),
                "ecs.c7.xlarge",
                new AddressRequest.Any(),
                List.of(newInstance(5), newInstance(6)));
        assertAccepted(
                run,
                new Answer.InstancesCreated(List.of(new InstanceId("i-5"), new InstanceId("i-6"))),
                Stream.<Entity>of(instance(5), primary(5, "10.1.0.2"), instance(6), primary(6, "10.1.0.6"))
                        .map(Change.Put::new)
                        .toArray(Change[]::new));
    }

    @Test
    void instancesGetTheAddressesFromTheRequestedOneOn() {
        Command.RunInstances run = new Command.RunInstances(
                vSwitch(1),
                List.of(sg("db"), sg("web")),
                "ecs.c7.xlarge",
                new AddressRequest.Exactly(IpAddress.of("10.1.0.251")),
                List.of(newInstance(5), newInstance(6)));
        assertAccepted(
                run,
                new Answer.InstancesCreated(List.of(new InstanceId("i-5"), new InstanceId("i-6"))),
                Stream.<Entity>of(instance(5), primary(5, "10.1.0.251"), instance(6), primary(6, "10.1.0.252"))
                        .map(Change.Put::new)
                        .toArray(Change[]::new));
    }

    @Test
    void instanceGoesWithItsPrimaryEniAndLeavesTheOthers() {
        assertAccepted(
                new Command.DeleteInstance(new InstanceId("i-1")),
                DONE,
                new Change.Delete(eniId(1)),
                new Change.Put(eni(2, "10.1.0.3", new Attachment.Detached(), "sg-web", "sg-db")),
                new Change.Delete(new InstanceId("i-1")));
    }

    @Test
    void secondaryEniGoesWithItsInstanceIfItIsSetTo() {
        Eni second = eni(2, "10.1.0.3", attached("i-1", Attachment.Role.SECONDARY), "sg-web", "sg-db");
        PolicyState state = Sample.with(second.with(second.settings().with(OnRelease.DELETED)));
        assertEquals(
                Decision.accepted(
                        DONE,
                        new Change.Delete(eniId(1)),
                        new Change.Delete(eniId(2)),
                        new Change.Delete(new InstanceId("i-1"))),
                Decide.decide(new Command.DeleteInstances(List.of(new InstanceId("i-1"))), state, Quotas.DEFAULT));
    }

    @Test
    void instanceIsStoppedAndStarted() {
        Instance instance = STATE.instance(new InstanceId("i-1")).orElseThrow();
        assertAccepted(
                new Command.SetPower(instance.id(), Power.STOPPED), DONE, new Change.Put(instance.with(Power.STOPPED)));
        Instance stopped = STATE.instance(new InstanceId("i-kept")).orElseThrow();
        assertAccepted(
                new Command.SetPower(stopped.id(), Power.RUNNING), DONE, new Change.Put(stopped.with(Power.RUNNING)));
    }

    @Test
    void instanceChangesWithTheGroupsOfItsPrimaryEni() {
        Instance instance = STATE.instance(new InstanceId("i-1")).orElseThrow();
        InstanceEdit edit = new InstanceEdit(
                new DetailsEdit(new Edit.Set<>("front"), Edit.keep()),
                new Edit.Set<>("front-host"),
                new Edit.Set<>(Deletion.PROTECTED),
                new Edit.Set<>(List.of(sg("idle"), sg("db"))));
        assertAccepted(
                new Command.ModifyInstance(instance.id(), edit),
                DONE,
                new Change.Put(instance.with(MADE.named("front"))
                        .withHostName("front-host")
                        .with(Deletion.PROTECTED)),
                new Change.Put(eni(1, "10.1.0.1", attached("i-1", Attachment.Role.PRIMARY), "sg-idle", "sg-db")));
    }

    @Test
    void oneInstanceIsMadeStopped() {
        Command.CreateInstance create = new Command.CreateInstance(
                vSwitch(1),
                List.of(sg("db"), sg("web")),
                "ecs.c7.xlarge",
                new AddressRequest.Any(),
                new NewInstance(
                        new InstanceId("i-5"),
                        new EniId("eni-of-5"),
                        EniSettings.of(MacAddress.of("02:00:00:00:01:05")),
                        "host-5",
                        Power.STOPPED,
                        Deletion.ALLOWED,
                        MADE,
                        new Details("", "", MADE.createdAt())));
        assertAccepted(
                create,
                new Answer.InstanceCreated(new InstanceId("i-5")),
                new Change.Put(instance(5).with(Power.STOPPED)),
                new Change.Put(primary(5, "10.1.0.2")));
    }

    @Test
    void eniIsMadeDetached() {
        EniSettings settings = EniSettings.of(MacAddress.of("02:00:00:00:02:07"));
        Eni made = new Eni(
                eniId(7),
                vpc(1),
                vSwitch(2),
                new Attachment.Detached(),
                EniAddresses.of(IpAddress.of("10.2.0.9")),
                List.of(sg("idle")),
                settings,
                MADE);
        assertAccepted(
                new Command.CreateEni(
                        eniId(7), vSwitch(2), List.of(sg("idle")), new AddressRequest.Any(), settings, MADE),
                new Answer.EniCreated(made),
                new Change.Put(made));
    }

    @Test
    void detachedEniIsDeleted() {
        assertAccepted(new Command.DeleteEni(eniId(3)), DONE, new Change.Delete(eniId(3)));
    }

    @Test
    void instanceIsAttachedThroughItsPrimaryEni() {
        assertAccepted(
                new Command.AttachGroup(new Member.OfInstance(new InstanceId("i-1")), sg("idle")),
                DONE,
                new Change.Put(eni(1, "10.1.0.1", attached("i-1", Attachment.Role.PRIMARY), "sg-web", "sg-idle")));
    }

    @Test
    void eniIsDetachedFromOneOfItsGroups() {
        assertAccepted(
                new Command.DetachGroup(new Member.OfEni(eniId(3)), sg("web")),
                DONE,
                new Change.Put(eni(3, "10.1.0.4", new Attachment.Detached(), "sg-db")));
    }

    @Test
    void groupThatWouldMakeAnEniTooHeavyIsNotAttached() {
        PolicyState state = Sample.with(
                Sample.rule("sgr-a", "sg-idle", 1, tcp(443, block("198.51.100.0/24"))),
                Sample.rule("sgr-b", "sg-idle", 2, tcp(22, block("203.0.113.0/24"))));
        Quotas quotas = new Quotas(10, 3, 20, 6_000, 65_536, 100);
        assertEquals(
                Decision.rejected(new RuleRejection.RuleLimit(eniId(3), 4, 3)),
                Decide.decide(new Command.AttachGroup(new Member.OfEni(eniId(3)), sg("idle")), state, quotas));
    }

    private static void assertAccepted(Command command, Answer answer, Change... changes) {
        assertEquals(Decision.accepted(answer, changes), Decide.decide(command, STATE, Quotas.DEFAULT));
    }

    private static Instance instance(int number) {
        return new Instance(new InstanceId("i-" + number), vpc(1), "ecs.c7.xlarge", "host-" + number, MADE);
    }

    private static Entity primary(int number, String address) {
        return new Eni(
                new EniId("eni-of-" + number),
                vpc(1),
                vSwitch(1),
                attached("i-" + number, Attachment.Role.PRIMARY),
                EniAddresses.of(IpAddress.of(address)),
                List.of(sg("db"), sg("web")),
                EniSettings.of(MacAddress.of("02:00:00:00:01:0" + number)),
                new Details("", "", MADE.createdAt()));
    }
}
