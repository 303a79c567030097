package dev.cordon.nft.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.RuleId;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.verdict.Verdict;
import dev.cordon.nft.text.LogPrefix.Subject;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LogPrefixTest {

    private static final EniId ENI = new EniId("eni-7");

    @Test
    void aRuleIsNamedWithItsGroup() {
        LogPrefix prefix = new LogPrefix(
                Optional.of(ENI),
                Direction.INGRESS,
                DropStage.CUSTOM,
                new Subject.Rule(new SecurityGroupId("sg-a"), new RuleId("sgr-b")));
        assertThat(prefix.text()).isEqualTo("eni-7 ingress CUSTOM sg-a sgr-b");
    }

    @Test
    void aDefaultNamesNothing() {
        Verdict verdict = Verdict.byDefault(Action.DROP, Direction.EGRESS);
        assertThat(LogPrefix.of(Optional.of(ENI), Direction.EGRESS, verdict).text())
                .isEqualTo("eni-7 egress DEFAULT_DROP");
    }

    @Test
    void whatAcceptsHasNoPrefix() {
        assertThatThrownBy(() -> LogPrefix.of(Optional.of(ENI), Direction.EGRESS, Verdict.ofSession()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aClosedLinkIsNamed() {
        LogPrefix prefix =
                new LogPrefix(Optional.empty(), Direction.INGRESS, DropStage.CLOSED, new Subject.Link("tap7"));
        assertThat(prefix.text()).isEqualTo("- ingress CLOSED tap7");
    }

    @Test
    void noLinkNameEndsAQuotedText() {
        assertThat(new Subject.Link("a\"; flush")).isEqualTo(new Subject.Link("a???flush"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eni-7 ingress CUSTOM sg-a sgr-b",
                "- egress CUSTOM sg-a",
                "eni-7 egress DEFAULT_DROP",
                "eni-7 egress FORGED",
                "eni-7 ingress INVALID",
                "eni-7 egress QUOTA",
                "- ingress CLOSED tap7",
                "- egress CLOSED"
            })
    void whatIsWrittenIsReadBack(String text) {
        assertThat(LogPrefix.parse(text)).map(LogPrefix::text).contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "eni-7 ingress",
                "eni-7 sideways CUSTOM",
                "eni-7 ingress SESSION",
                "eni 7 ingress CUSTOM",
                "eni-7 ingress CUSTOM sg-a sgr-b more",
                "eni-7 ingress CUSTOM sg/a",
                "eni-7  ingress CUSTOM",
                "IN=eth0 OUT= DROP"
            })
    void whatOthersLogIsNotOurs(String text) {
        assertThat(LogPrefix.parse(text)).isEmpty();
    }

    @Test
    void theLongestIdsStillLeaveEniDirectionAndStage() {
        String longest = "e".repeat(100);
        LogPrefix prefix = new LogPrefix(
                Optional.of(new EniId(longest)),
                Direction.INGRESS,
                DropStage.PLATFORM_DENY,
                new Subject.Rule(new SecurityGroupId("g".repeat(100)), new RuleId("r")));
        assertThat(prefix.text()).isEqualTo(longest + " ingress PLATFORM_DENY");
        assertThat(prefix.text().length()).isLessThanOrEqualTo(LogPrefix.LENGTH_MAX);
    }
}
