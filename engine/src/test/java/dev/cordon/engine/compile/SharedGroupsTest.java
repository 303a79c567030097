package dev.cordon.engine.compile;

import static dev.cordon.model.Sketch.advanced;
import static dev.cordon.model.Sketch.eni;
import static dev.cordon.model.Sketch.interconnected;
import static dev.cordon.model.Sketch.isolated;
import static dev.cordon.model.Sketch.state;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.engine.decide.AddressSet;
import dev.cordon.engine.decide.Clause;
import dev.cordon.engine.decide.Condition;
import dev.cordon.engine.decide.Condition.PeerIn;
import dev.cordon.engine.decide.Condition.PeerNotIn;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.EniAddresses;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.Profile;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.state.PolicyState;
import dev.cordon.model.verdict.Verdict;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SharedGroupsTest {

    private static final Profile ISOLATION_FIRST =
            Profile.named("aliyun-2017-isolation-first").orElseThrow();

    /// All members ask for the same set, which the kernel then holds once.
    @Test
    void theMembersOfAGroupShareOneSet() {
        PolicyState state =
                state(interconnected("sg-1"), eni("eni-1", "192.0.2.11", "sg-1"), eni("eni-2", "192.0.2.12", "sg-1"));
        PeerIn members = new PeerIn(addresses("192.0.2.11", "192.0.2.12"));
        assertEquals(List.of(clause("sg-1", members, new PeerNotIn(addresses("192.0.2.11")))), clauses(state, "eni-1"));
        assertEquals(List.of(clause("sg-1", members, new PeerNotIn(addresses("192.0.2.12")))), clauses(state, "eni-2"));
    }

    /// Where another member has an address of the ENI, that address is one of a mate.
    @Test
    void anAddressThatTwoMembersHaveIsTheOthersToo() {
        Eni twice = eni("eni-2", "192.0.2.12", "sg-1")
                .with(new EniAddresses(
                        IpAddress.of("192.0.2.12"), List.of(), List.of(CidrBlock.of("192.0.2.8/29")), List.of()));
        PolicyState state = state(interconnected("sg-1"), eni("eni-1", "192.0.2.11", "sg-1"), twice);
        assertEquals(List.of(clause("sg-1", new PeerIn(addresses("192.0.2.8/29")))), clauses(state, "eni-1"));
        assertEquals(List.of(clause("sg-1", new PeerIn(addresses("192.0.2.11")))), clauses(state, "eni-2"));
    }

    @Test
    void eachInterconnectedGroupWithAnotherMemberMakesAClauseInTheOrderOfAttachment() {
        PolicyState state = state(
                interconnected("sg-1"),
                interconnected("sg-2"),
                interconnected("sg-3"),
                isolated("sg-4"),
                eni("eni-1", "192.0.2.11", "sg-4", "sg-3", "sg-2", "sg-1"),
                eni("eni-2", "192.0.2.12", "sg-1", "sg-3", "sg-4"));
        assertEquals(
                List.of(
                        Verdict.sharedGroup(new SecurityGroupId("sg-3")),
                        Verdict.sharedGroup(new SecurityGroupId("sg-1"))),
                clauses(state, "eni-1").stream().map(Clause::verdict).toList());
    }

    /// In the reading that was given up, whoever shares an isolated basic group is left out.
    @Test
    void oneProfileLeavesOutWhoSharesAnIsolatedGroup() {
        PolicyState state = state(
                interconnected("sg-1"),
                isolated("sg-2"),
                isolated("sg-3"),
                advanced("sg-4"),
                eni("eni-1", "192.0.2.11", "sg-1", "sg-2", "sg-3", "sg-4"),
                eni("eni-2", "192.0.2.12", "sg-1", "sg-2", "sg-4"),
                eni("eni-3", "192.0.2.13", "sg-1"));
        Clause expected = clause(
                "sg-1",
                new PeerIn(addresses("192.0.2.11", "192.0.2.12", "192.0.2.13")),
                new PeerNotIn(addresses("192.0.2.11")),
                new PeerNotIn(addresses("192.0.2.12")));
        assertEquals(List.of(expected), clauses(ISOLATION_FIRST, state, "eni-1"));
        assertEquals(List.of(withoutLast(expected)), clauses(state, "eni-1"));
    }

    private static Clause withoutLast(Clause clause) {
        List<Condition> conditions = clause.conditions();
        return new Clause(conditions.subList(0, conditions.size() - 1), clause.verdict());
    }

    private static Clause clause(String group, Condition... conditions) {
        return new Clause(List.of(conditions), Verdict.sharedGroup(new SecurityGroupId(group)));
    }

    private static AddressSet addresses(String... blocks) {
        return AddressSet.union(Stream.of(blocks).map(CidrBlock::of).toList());
    }

    private static List<Clause> clauses(PolicyState state, String eni) {
        return clauses(Profile.ALIYUN_DEFAULT, state, eni);
    }

    private static List<Clause> clauses(Profile profile, PolicyState state, String eni) {
        Eni of = state.eni(new EniId(eni)).orElseThrow();
        return new SharedGroups(profile, state, AddressSets.of(state)).clauses(of);
    }
}
