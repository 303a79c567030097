package dev.cordon.controlplane.command;

import static dev.cordon.controlplane.command.Sample.SSH;
import static dev.cordon.controlplane.command.Sample.block;
import static dev.cordon.controlplane.command.Sample.listed;
import static dev.cordon.controlplane.command.Sample.newRule;
import static dev.cordon.controlplane.command.Sample.ofAll;
import static dev.cordon.controlplane.command.Sample.peerGroup;
import static dev.cordon.controlplane.command.Sample.rule;
import static dev.cordon.controlplane.command.Sample.sg;
import static dev.cordon.controlplane.command.Sample.tcp;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.RuleId;
import dev.cordon.model.policy.RuleMatch;
import dev.cordon.model.state.Change;
import dev.cordon.model.state.PolicyState;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleReplacementTest {

    private static final RuleMatch HTTPS = tcp(443, block("198.51.100.0/24"));
    private static final Rule OLD = rule("sgr-ssh", "sg-web", 1, SSH);
    private static final PolicyState STATE = Sample.with(rule("sgr-https", "sg-web", 7, HTTPS));

    private static Decision replace(Rule expected, RuleMatch match) {
        return replace(expected, match, Quotas.DEFAULT);
    }

    private static Decision replace(Rule expected, RuleMatch match, Quotas quotas) {
        return Decide.decide(
                new Command.ReplaceRule(expected, newRule(expected.id().value(), match)), STATE, quotas);
    }

    @Test
    void aRuleKeepsItsIdAndItsPlace() {
        RuleMatch telnet = tcp(23, block("203.0.113.0/24"));
        assertEquals(
                Decision.accepted(new Answer.Done(), new Change.Put(rule("sgr-ssh", "sg-web", 1, telnet))),
                replace(OLD, telnet));
    }

    @Test
    void theSameContentChangesNothing() {
        assertEquals(Decision.accepted(new Answer.Done()), replace(OLD, SSH));
    }

    @Test
    void whatHasChangedMeanwhileIsNotReplaced() {
        Rule seen = rule("sgr-ssh", "sg-web", 1, HTTPS);
        assertEquals(
                Decision.rejected(new RuleRejection.RuleChanged(new RuleId("sgr-ssh"))),
                replace(seen, tcp(23, block("203.0.113.0/24"))));
    }

    @Test
    void twoRulesOfAGroupDoNotBecomeTheSame() {
        assertEquals(Decision.rejected(new RuleRejection.RuleExists(new RuleId("sgr-https"))), replace(OLD, HTTPS));
    }

    @Test
    void theNewContentIsCheckedAsANewRuleIs() {
        assertEquals(
                Decision.rejected(new RuleRejection.PeerGroupIsSelf(sg("web"))),
                replace(OLD, ofAll(peerGroup("sg-web"))));
    }

    /// The rule's own weight does not count twice: one that stays as heavy stays allowed.
    @Test
    void theWeightOfTheOldContentIsTakenOff() {
        Quotas tight = new Quotas(10, 3, 20, 6_000, 65_536, 100);
        assertEquals(
                Decision.accepted(
                        new Answer.Done(),
                        new Change.Put(rule("sgr-ssh", "sg-web", 1, tcp(23, block("203.0.113.0/24"))))),
                replace(OLD, tcp(23, block("203.0.113.0/24")), tight));
        assertEquals(
                Decision.rejected(new RuleRejection.RuleLimit(sg("web"), 11, 3)),
                replace(OLD, ofAll(listed("pl-4")), tight));
    }

    @Test
    void aProtectedGroupCanBeChangedButNotDeleted() {
        Rule added = newRule("sgr-new", HTTPS).at(sg("kept"), OLD.direction(), 4);
        assertEquals(
                Decision.rejected(new GroupRejection.GroupIsProtected(sg("kept"))),
                Decide.decide(new Command.DeleteGroup(sg("kept")), STATE, Quotas.DEFAULT));
        assertEquals(
                Decision.accepted(new Answer.RulesAuthorized(List.of(added.id())), new Change.Put(added)),
                Decide.decide(
                        new Command.AuthorizeRules(sg("kept"), OLD.direction(), List.of(newRule("sgr-new", HTTPS))),
                        STATE,
                        Quotas.DEFAULT));
    }
}
