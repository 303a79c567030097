package dev.cordon.wire.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.engine.explain.Explanation;
import dev.cordon.engine.explain.Side.Judged;
import dev.cordon.engine.explain.Side.NotJudged;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.Priority;
import dev.cordon.model.policy.RuleId;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.verdict.Reason;
import dev.cordon.model.verdict.Reason.EstablishedSession;
import dev.cordon.model.verdict.Reason.MatchedRule;
import dev.cordon.model.verdict.Reason.PlatformAllow;
import dev.cordon.model.verdict.Reason.PlatformDeny;
import dev.cordon.model.verdict.Reason.RelatedError;
import dev.cordon.model.verdict.Reason.Service;
import dev.cordon.model.verdict.Stage;
import dev.cordon.model.verdict.Verdict;
import dev.cordon.wire.Golden;
import dev.cordon.wire.Json;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class VerdictFormTest {

    private static final Verdict MATCHED =
            verdict(Action.ACCEPT, new MatchedRule(new SecurityGroupId("sg-1"), new RuleId("sgr-1"), new Priority(1)));
    private static final Verdict CLOSED = Verdict.byDefault(Action.DROP, Direction.INGRESS);

    private static final List<Verdict> VERDICTS = List.of(
            verdict(Action.ACCEPT, new EstablishedSession()),
            verdict(Action.ACCEPT, new RelatedError()),
            verdict(Action.ACCEPT, new PlatformAllow(Service.LOAD_BALANCER)),
            verdict(Action.ACCEPT, new PlatformAllow(Service.PROBE)),
            verdict(Action.ACCEPT, new PlatformAllow(Service.PATH_MTU)),
            verdict(Action.ACCEPT, new PlatformAllow(Service.METADATA)),
            verdict(Action.DROP, new PlatformDeny(Service.SMTP)),
            Verdict.noGroup(new EniId("eni-9")),
            Verdict.sharedGroup(new SecurityGroupId("sg-2")),
            MATCHED,
            verdict(Action.DROP, new MatchedRule(new SecurityGroupId("sg-3"), new RuleId("sgr-4"), new Priority(100))),
            CLOSED,
            Verdict.byDefault(Action.DROP, Direction.EGRESS),
            Verdict.byDefault(Action.ACCEPT, Direction.EGRESS));

    private static Verdict verdict(Action action, Reason reason) {
        return new Verdict(action, reason);
    }

    @Test
    void writesTheGoldenText() {
        Golden.check(
                "verdicts",
                VERDICTS.stream()
                        .map(verdict -> Json.print(VerdictForm.write(verdict)))
                        .collect(Collectors.joining(",\n", "[\n", "\n]\n")));
    }

    @Test
    void theGoldenTextShowsEveryStage() {
        assertEquals(
                Arrays.asList(Stage.values()),
                VERDICTS.stream().map(Verdict::stage).distinct().sorted().toList());
    }

    @Test
    void explanationsSayHowItEndsAndWhatWasJudged() {
        NotJudged internet = new NotJudged(IpAddress.of("198.51.100.7"));
        Golden.check(
                "explanations",
                Stream.of(
                                new Explanation(new Judged(MATCHED), new Judged(CLOSED)),
                                new Explanation(new Judged(CLOSED), internet),
                                new Explanation(internet, new Judged(MATCHED)))
                        .map(explanation -> Json.print(ExplanationForm.write(explanation)))
                        .collect(Collectors.joining(",\n", "[\n", "\n]\n")));
    }

    @Test
    void linesAreAsTheManualHasThem() {
        assertEquals("rule sgr-1 of group sg-1 (priority 1) accepts", Wording.of(MATCHED));
        assertEquals("shares interconnected group sg-2", Wording.of(Verdict.sharedGroup(new SecurityGroupId("sg-2"))));
        assertEquals("no rule matches; ingress drops by default", Wording.of(CLOSED));
        assertEquals("eni-9 is in no group; closed", Wording.of(Verdict.noGroup(new EniId("eni-9"))));
    }
}
