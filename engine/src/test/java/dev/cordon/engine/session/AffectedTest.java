package dev.cordon.engine.session;

import static dev.cordon.model.Sketch.eni;
import static dev.cordon.model.Sketch.interconnected;
import static dev.cordon.model.Sketch.isolated;
import static dev.cordon.model.Sketch.portList;
import static dev.cordon.model.Sketch.prefixList;
import static dev.cordon.model.Sketch.state;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.model.RuleSketch;
import dev.cordon.model.Sketch;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.PortRange;
import dev.cordon.model.policy.Details;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.Entity;
import dev.cordon.model.policy.Instance;
import dev.cordon.model.policy.InstanceId;
import dev.cordon.model.policy.IntraGroupPolicy;
import dev.cordon.model.policy.Peer;
import dev.cordon.model.policy.PortListId;
import dev.cordon.model.policy.PortMatch;
import dev.cordon.model.policy.PrefixListId;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.policy.VSwitch;
import dev.cordon.model.policy.VSwitchId;
import dev.cordon.model.policy.Vpc;
import dev.cordon.model.state.Change;
import dev.cordon.model.state.Change.Delete;
import dev.cordon.model.state.Change.Put;
import dev.cordon.model.state.PolicyState;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Of two ENIs in `sg-1` and one each in `sg-2` to `sg-5`: rules of `sg-2` name the group `sg-1`,
/// those of `sg-3` a prefix list, those of `sg-4` a port list; `sg-5` has to do with nobody.
final class AffectedTest {

    private static final Rule FROM_GROUP = RuleSketch.ingress("sg-2", "sgr-2")
            .peer(new Peer.Group(new SecurityGroupId("sg-1")))
            .rule();
    private static final Rule FROM_LIST = RuleSketch.ingress("sg-3", "sgr-3")
            .peer(new Peer.Listed(new PrefixListId("pl-7")))
            .rule();
    private static final Rule TO_PORTS = RuleSketch.ingress("sg-4", "sgr-4")
            .ports(IpProtocol.TCP, new PortMatch.Listed(new PortListId("prl-8")))
            .rule();

    private static final PolicyState STATE = state(
            isolated("sg-1"),
            isolated("sg-2"),
            isolated("sg-3"),
            isolated("sg-4"),
            isolated("sg-5"),
            prefixList("pl-7", "203.0.113.0/24"),
            portList("prl-8", List.of(PortRange.of(443))),
            FROM_GROUP,
            FROM_LIST,
            TO_PORTS,
            eni("eni-1", "192.0.2.11", "sg-1"),
            eni("eni-2", "192.0.2.12", "sg-2"),
            eni("eni-3", "192.0.2.13", "sg-3"),
            eni("eni-4", "192.0.2.14", "sg-4"),
            eni("eni-5", "192.0.2.15", "sg-5"),
            eni("eni-6", "192.0.2.16", "sg-1"));

    @Test
    void aRuleAffectsTheMembersOfItsGroup() {
        assertEquals(enis(2), by(new Put(RuleSketch.ingress("sg-2", "sgr-9").rule())));
        assertEquals(enis(2), by(new Delete(FROM_GROUP.id())));
    }

    /// A rule that moves to another group is gone from the first.
    @Test
    void whatWasAndWhatIsBothCount() {
        assertEquals(enis(2, 5), by(new Put(RuleSketch.ingress("sg-5", "sgr-2").rule())));
    }

    @Test
    void aGroupAffectsItsMembers() {
        assertEquals(enis(1, 6), by(new Put(isolated("sg-1").with(IntraGroupPolicy.INTERCONNECTED))));
        assertEquals(enis(), by(new Put(interconnected("sg-9"))));
    }

    @Test
    void aListAffectsThoseWhoseRulesNameIt() {
        assertEquals(enis(3), by(new Put(prefixList("pl-7", "198.51.100.0/24"))));
        assertEquals(enis(4), by(new Put(portList("prl-8", List.of(PortRange.of(444))))));
        assertEquals(enis(), by(new Put(prefixList("pl-9", "198.51.100.0/24"))));
    }

    /// Those who share a group with it, and those whose rules name such a group, see its addresses
    /// come and go.
    @Test
    void anEniAffectsItselfItsMatesAndThoseWhoNameItsGroups() {
        assertEquals(enis(1, 2, 6), by(new Delete(new EniId("eni-1"))));
        assertEquals(enis(1, 2, 5, 6), by(new Put(eni("eni-1", "192.0.2.11", "sg-5"))));
        assertEquals(enis(5), by(new Put(eni("eni-5", "192.0.2.55", "sg-5"))));
        assertEquals(enis(5, 7), by(new Put(eni("eni-7", "192.0.2.17", "sg-5"))));
    }

    @Test
    void whatPolicyDoesNotLookAtAffectsNobody() {
        CidrBlock block = CidrBlock.of("192.0.2.0/24");
        List<Entity> others = List.of(
                new Vpc(Sketch.VPC, block, Details.NONE),
                new VSwitch(new VSwitchId("vsw-8"), Sketch.VPC, block, "zone-a", Details.NONE),
                new Instance(new InstanceId("i-1"), Sketch.VPC, "ecs.g7.large", "web", Details.NONE));
        for (Entity other : others) {
            assertEquals(enis(), by(new Put(other)));
        }
    }

    /// A change may make what an earlier one of the same batch undoes: both ends are looked at.
    @Test
    void manyChangesAffectWhomTheyAffectTogether() {
        assertEquals(enis(2, 3), by(new Delete(FROM_GROUP.id()), new Put(prefixList("pl-7"))));
        assertEquals(enis(), by());
    }

    private static Set<EniId> by(Change... changes) {
        List<Change> batch = List.of(changes);
        return Affected.by(batch, STATE, STATE.apply(batch));
    }

    private static Set<EniId> enis(Integer... numbers) {
        return Stream.of(numbers)
                .map(number -> new EniId("eni-" + number))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
