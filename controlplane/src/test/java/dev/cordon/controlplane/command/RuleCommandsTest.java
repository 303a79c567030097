package dev.cordon.controlplane.command;

import static dev.cordon.controlplane.command.Sample.SSH;
import static dev.cordon.controlplane.command.Sample.block;
import static dev.cordon.controlplane.command.Sample.newRule;
import static dev.cordon.controlplane.command.Sample.rule;
import static dev.cordon.controlplane.command.Sample.sg;
import static dev.cordon.controlplane.command.Sample.tcp;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.controlplane.command.RuleSelection.ByIds;
import dev.cordon.controlplane.command.RuleSelection.ByMatch;
import dev.cordon.controlplane.command.RuleSelection.Pattern;
import dev.cordon.controlplane.command.RuleSelection.PriorityFilter;
import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.Priority;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.RuleDetails;
import dev.cordon.model.policy.RuleId;
import dev.cordon.model.policy.RuleMatch;
import dev.cordon.model.state.Change;
import dev.cordon.model.state.PolicyState;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RuleCommandsTest {

    private static final RuleMatch HTTPS = tcp(443, block("198.51.100.0/24"));
    private static final RuleMatch DNS = tcp(53, block("2001:db8::/32"));

    /// Three ingress rules of `sg-web`, the last two equal but for their priority.
    private static final PolicyState STATE = Sample.with(
            rule("sgr-a", "sg-web", 7, HTTPS), withPriority(rule("sgr-b", "sg-web", 9, HTTPS), new Priority(5)));

    @Test
    void newRulesAreListedBehindThoseOfTheirDirection() {
        assertEquals(
                Decision.accepted(
                        new Answer.RulesAuthorized(List.of(new RuleId("sgr-x"), new RuleId("sgr-y"))),
                        new Change.Put(rule("sgr-x", "sg-web", 10, DNS)),
                        new Change.Put(rule("sgr-y", "sg-web", 11, tcp(54, block("203.0.113.7"))))),
                authorize(Direction.INGRESS, newRule("sgr-x", DNS), newRule("sgr-y", tcp(54, block("203.0.113.7")))));
    }

    @Test
    void firstRuleOfADirectionIsInTheFirstPlace() {
        Rule first = newRule("sgr-x", SSH).at(sg("web"), Direction.EGRESS, 1);
        assertEquals(
                Decision.accepted(new Answer.RulesAuthorized(List.of(first.id())), new Change.Put(first)),
                authorize(Direction.EGRESS, newRule("sgr-x", SSH)));
    }

    @Test
    void ruleThatExistsIsNotAddedAgainThoughItsDescriptionDiffers() {
        RuleDetails other = new RuleDetails("192.0.2.0/24", "", "another", Instant.parse("2026-06-07T08:09:10Z"));
        NewRule again = new NewRule(new RuleId("sgr-x"), SSH, Action.ACCEPT, Priority.HIGHEST, other);
        assertEquals(
                Decision.accepted(
                        new Answer.RulesAuthorized(List.of(new RuleId("sgr-ssh"), new RuleId("sgr-y"))),
                        new Change.Put(rule("sgr-y", "sg-web", 10, DNS))),
                authorize(Direction.INGRESS, again, newRule("sgr-y", DNS)));
    }

    @Test
    void ruleOfAnotherActionOrPriorityIsAnother() {
        NewRule drop = new NewRule(new RuleId("sgr-x"), SSH, Action.DROP, Priority.HIGHEST, RuleDetails.NONE);
        NewRule low = new NewRule(new RuleId("sgr-y"), SSH, Action.ACCEPT, Priority.LOWEST, RuleDetails.NONE);
        assertEquals(
                Decision.accepted(
                        new Answer.RulesAuthorized(List.of(drop.id(), low.id())),
                        new Change.Put(drop.at(sg("web"), Direction.INGRESS, 10)),
                        new Change.Put(low.at(sg("web"), Direction.INGRESS, 11))),
                authorize(Direction.INGRESS, drop, low));
    }

    @Test
    void ruleThatExistsIsAuthorizedAgainAtTheLimit() {
        Quotas full = new Quotas(10, 2, 20, 6_000, 65_536, 100);
        Command again = new Command.AuthorizeRules(sg("web"), Direction.INGRESS, List.of(newRule("sgr-x", SSH)));
        assertEquals(
                Decision.accepted(new Answer.RulesAuthorized(List.of(new RuleId("sgr-ssh")))),
                Decide.decide(again, Sample.STATE, full));
    }

    @Test
    void rulesAreRevokedById() {
        assertRevoked(
                new ByIds(List.of(new RuleId("sgr-b"), new RuleId("sgr-ssh"), new RuleId("sgr-b"))),
                "sgr-ssh",
                "sgr-b");
    }

    @Test
    void rulesOfEveryPriorityAreRevokedByMatch() {
        assertRevoked(byMatch(HTTPS, Action.ACCEPT, new PriorityFilter.Any()), "sgr-a", "sgr-b");
    }

    @Test
    void rulesOfOnePriorityAreRevokedByMatch() {
        assertRevoked(byMatch(HTTPS, Action.ACCEPT, new PriorityFilter.Exactly(new Priority(5))), "sgr-b");
    }

    @Test
    void matchThatFitsNoRuleRevokesNothing() {
        assertRevoked(byMatch(HTTPS, Action.DROP, new PriorityFilter.Any()));
    }

    private static Decision authorize(Direction direction, NewRule... rules) {
        return Decide.decide(new Command.AuthorizeRules(sg("web"), direction, List.of(rules)), STATE, Quotas.DEFAULT);
    }

    private static void assertRevoked(RuleSelection selection, String... ids) {
        Change[] changes =
                Stream.of(ids).map(id -> new Change.Delete(new RuleId(id))).toArray(Change[]::new);
        assertEquals(
                Decision.accepted(new Answer.RulesRevoked(ids.length), changes),
                Decide.decide(new Command.RevokeRules(sg("web"), Direction.INGRESS, selection), STATE, Quotas.DEFAULT));
    }

    private static RuleSelection byMatch(RuleMatch match, Action action, PriorityFilter priority) {
        return new ByMatch(List.of(new Pattern(match, action, priority)));
    }

    private static Rule withPriority(Rule rule, Priority priority) {
        return new Rule(
                rule.id(),
                rule.group(),
                rule.direction(),
                rule.match(),
                rule.action(),
                priority,
                rule.position(),
                rule.details());
    }
}
