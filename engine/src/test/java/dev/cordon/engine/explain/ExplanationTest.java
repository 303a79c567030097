package dev.cordon.engine.explain;

import static dev.cordon.model.Sketch.eni;
import static dev.cordon.model.Sketch.isolated;
import static dev.cordon.model.Sketch.state;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.engine.explain.Party.Member;
import dev.cordon.engine.explain.Party.Outside;
import dev.cordon.engine.explain.Side.Judged;
import dev.cordon.engine.explain.Side.NotJudged;
import dev.cordon.model.RuleSketch;
import dev.cordon.model.net.Flow;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.Profile;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.state.PolicyState;
import dev.cordon.model.verdict.Disposition;
import dev.cordon.model.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `eni-1` does not let SSH out; `eni-2` lets SSH and HTTPS in.
final class ExplanationTest {

    private static final IpAddress OUTSIDE = IpAddress.of("203.0.113.5");

    private static final Rule NO_SSH =
            RuleSketch.egress("sg-1", "sgr-4").tcp(22).drops().rule();
    private static final Rule SSH = RuleSketch.ingress("sg-2", "sgr-5").tcp(22).rule();
    private static final Rule HTTPS =
            RuleSketch.ingress("sg-2", "sgr-6").tcp(443).rule();

    private static final PolicyState STATE = state(
            isolated("sg-1"),
            isolated("sg-2"),
            NO_SSH,
            SSH,
            HTTPS,
            eni("eni-1", "192.0.2.11", "sg-1"),
            eni("eni-2", "192.0.2.12", "sg-2"));

    @ParameterizedTest(name = "port {0}: {1}")
    @CsvSource({"443, DELIVERED", "22, DENIED_OUT", "80, DENIED_IN"})
    void theFirstDropWins(int port, Disposition expected) {
        assertEquals(expected, explain(member("eni-1"), member("eni-2"), port).disposition());
    }

    @Test
    void bothSidesSayWhy() {
        Verdict out = Verdict.byDefault(Action.ACCEPT, Direction.EGRESS);
        assertEquals(
                new Explanation(new Judged(out), new Judged(Verdict.matched(HTTPS))),
                explain(member("eni-1"), member("eni-2"), 443));
        assertEquals(
                new Explanation(new Judged(Verdict.matched(NO_SSH)), new Judged(Verdict.matched(SSH))),
                explain(member("eni-1"), member("eni-2"), 22));
    }

    @Test
    void nobodyIsAskedOutside() {
        Explanation in = explain(new Outside(OUTSIDE), member("eni-2"), 22);
        assertEquals(new Explanation(new NotJudged(OUTSIDE), new Judged(Verdict.matched(SSH))), in);
        assertEquals(Disposition.DELIVERED, in.disposition());
        Explanation out = explain(member("eni-1"), new Outside(OUTSIDE), 22);
        assertEquals(new Explanation(new Judged(Verdict.matched(NO_SSH)), new NotJudged(OUTSIDE)), out);
        assertEquals(Disposition.DENIED_OUT, out.disposition());
    }

    private static Party member(String id) {
        return STATE.eni(new EniId(id))
                .map(eni -> new Member(eni, eni.addresses().primary()))
                .orElseThrow();
    }

    private static Explanation explain(Party from, Party to, int port) {
        Flow flow = Flow.tcp(from.address(), 40_001, to.address(), port);
        return Explanation.of(Profile.ALIYUN_DEFAULT, STATE, from, to, flow);
    }
}
