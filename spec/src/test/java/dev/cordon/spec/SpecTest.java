package dev.cordon.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.Flow;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.PortRange;
import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Attachment;
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
import dev.cordon.model.state.PolicyState;
import dev.cordon.model.verdict.Verdict;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SpecTest {

    private static final VpcId VPC = new VpcId("vpc-7");

    private static final PolicyState THREE_INSTANCES = state(
            group("sg-1", IntraGroupPolicy.ISOLATED),
            group("sg-2", IntraGroupPolicy.INTERCONNECTED),
            group("sg-3", IntraGroupPolicy.INTERCONNECTED),
            eni("eni-1", "192.0.2.11", "sg-1", "sg-2"),
            eni("eni-2", "192.0.2.12", "sg-1", "sg-2", "sg-3"),
            eni("eni-3", "192.0.2.13", "sg-3"));

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            FROM  | TO    | ACTION | STAGE        | GROUP
            eni-1 | eni-2 | ACCEPT | INTRA_ACCEPT | sg-2
            eni-2 | eni-1 | ACCEPT | INTRA_ACCEPT | sg-2
            eni-2 | eni-3 | ACCEPT | INTRA_ACCEPT | sg-3
            eni-3 | eni-2 | ACCEPT | INTRA_ACCEPT | sg-3
            eni-1 | eni-3 | DROP   | DEFAULT_DROP | -
            eni-3 | eni-1 | DROP   | DEFAULT_DROP | -
            """)
    void decidesTheThreeInstanceCase(String from, String to, String action, String stage, String group) {
        Flow flow = Flow.tcp(address(from), 40_001, address(to), 8_080);
        Verdict verdict =
                new Spec(Profile.ALIYUN_DEFAULT, THREE_INSTANCES).decide(new EniId(to), Direction.INGRESS, flow);
        Verdict expected = group.equals("-")
                ? Verdict.byDefault(Action.valueOf(action), Direction.INGRESS)
                : Verdict.sharedGroup(new SecurityGroupId(group));
        assertEquals(expected, verdict);
        assertEquals(stage, verdict.stage().name());
    }

    @Test
    void dropsBeforeAcceptAtEqualPriority() {
        Rule accept = rule("sgr-1", Action.ACCEPT, new Priority(5), 0);
        Rule drop = rule("sgr-2", Action.DROP, new Priority(5), 1);
        PolicyState state =
                state(group("sg-1", IntraGroupPolicy.ISOLATED), accept, drop, eni("eni-1", "192.0.2.11", "sg-1"));
        assertEquals(Verdict.matched(drop), decideFromOutside(state));
    }

    @Test
    void takesTheSmallerPriorityNumberFirst() {
        Rule accept = rule("sgr-1", Action.ACCEPT, new Priority(4), 0);
        Rule drop = rule("sgr-2", Action.DROP, new Priority(5), 1);
        PolicyState state =
                state(group("sg-1", IntraGroupPolicy.ISOLATED), accept, drop, eni("eni-1", "192.0.2.11", "sg-1"));
        assertEquals(Verdict.matched(accept), decideFromOutside(state));
    }

    @Test
    void closesAnEniThatNobodyKnowsOrThatIsInNoGroup() {
        PolicyState state = state(eni("eni-1", "192.0.2.11"));
        Flow flow = Flow.ping(IpAddress.of("203.0.113.5"), IpAddress.of("192.0.2.11"));
        Spec spec = new Spec(Profile.ALIYUN_DEFAULT, state);
        assertEquals(Verdict.noGroup(new EniId("eni-1")), spec.decide(new EniId("eni-1"), Direction.EGRESS, flow));
        assertEquals(Verdict.noGroup(new EniId("eni-9")), spec.decide(new EniId("eni-9"), Direction.EGRESS, flow));
    }

    private static Verdict decideFromOutside(PolicyState state) {
        Flow flow = Flow.tcp(IpAddress.of("203.0.113.5"), 40_002, IpAddress.of("192.0.2.11"), 443);
        return new Spec(Profile.ALIYUN_DEFAULT, state).decide(new EniId("eni-1"), Direction.INGRESS, flow);
    }

    private static PolicyState state(Entity... entities) {
        return PolicyState.EMPTY.apply(
                Stream.of(entities).<Change>map(Change.Put::new).toList());
    }

    private static IpAddress address(String eni) {
        return THREE_INSTANCES.eni(new EniId(eni)).orElseThrow().addresses().primary();
    }

    private static SecurityGroup group(String id, IntraGroupPolicy policy) {
        return new SecurityGroup(
                new SecurityGroupId(id), VPC, GroupType.BASIC, policy, Management.CUSTOMER, Details.NONE);
    }

    private static Eni eni(String id, String address, String... groups) {
        return new Eni(
                new EniId(id),
                VPC,
                new VSwitchId("vsw-8"),
                new Attachment.Detached(),
                EniAddresses.of(IpAddress.of(address)),
                Stream.of(groups).map(SecurityGroupId::new).toList(),
                EniSettings.DEFAULT,
                Details.NONE);
    }

    private static Rule rule(String id, Action action, Priority priority, int position) {
        RuleMatch match = RuleMatch.of(
                ProtocolMatch.of(IpProtocol.TCP),
                PortMatch.of(PortRange.of(443)),
                new Peer.Block(CidrBlock.of("203.0.113.0/24")));
        return new Rule(
                new RuleId(id),
                new SecurityGroupId("sg-1"),
                Direction.INGRESS,
                match,
                action,
                priority,
                position,
                RuleDetails.NONE);
    }
}
