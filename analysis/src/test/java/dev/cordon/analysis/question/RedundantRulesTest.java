package dev.cordon.analysis.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.analysis.flowset.Effort;
import dev.cordon.analysis.question.Finding.MatchesNothing;
import dev.cordon.analysis.question.Finding.Needed;
import dev.cordon.analysis.question.Finding.Redundant;
import dev.cordon.analysis.question.Finding.Shadowed;
import dev.cordon.analysis.question.Finding.Undecided;
import dev.cordon.model.net.PortRange;
import dev.cordon.model.policy.RuleId;
import dev.cordon.model.state.PolicyState;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// @spec https://help.aliyun.com/zh/ecs/user-guide/start-using-security-groups Health check
final class RedundantRulesTest {

    /// The vectors K01, K03, K05 and K06 of the specification.
    static Stream<Arguments> vectors() {
        return Stream.of(
                group("a narrow accept under a wide one", "narrow", "", """
                        wide    in 1  accept TCP 1/65535 0.0.0.0/0
                        narrow  in 10 accept TCP 80/80   10.0.0.0/8"""),
                group("a narrow drop before a wide accept of equal priority", "", "", """
                        wide    in 10 accept TCP 1/65535 0.0.0.0/0
                        narrow  in 10 drop   TCP 80/80   10.0.0.0/8"""),
                group("the other direction covers nothing", "tcp", "", """
                        all     in  1 accept ALL -1/-1 0.0.0.0/0
                        tcp     in  2 accept TCP 22/22 0.0.0.0/0
                        out     out 2 accept TCP 22/22 0.0.0.0/0"""),
                group("of twins the later one", "two", "", """
                        one     in 1 accept TCP 22/22 0.0.0.0/0
                        two     in 1 accept TCP 22/22 0.0.0.0/0"""));
    }

    /// Which of the two kinds of cover it is.
    static Stream<Arguments> covers() {
        return Stream.of(
                group("an accept under a drop of equal priority", "", "narrow", """
                        narrow  in 10 accept TCP 80/80   10.0.0.0/8
                        wide    in 10 drop   TCP 1/65535 0.0.0.0/0"""),
                group("a drop under an accept", "", "late", """
                        early   in 3 accept UDP 53/53 198.51.100.0/24
                        late    in 4 drop   UDP 53/53 198.51.100.9/32"""),
                group("legacy priority comes last", "old", "", """
                        old     in 110 accept TCP 22/22 0.0.0.0/0
                        new     in 100 accept TCP 22/22 0.0.0.0/0"""),
                group("under the drop that wins over its own action", "", "first second", """
                        drop    in 1 drop   TCP 22/23 10.0.0.0/8
                        first   in 2 accept TCP 22/23 10.0.0.0/8
                        second  in 3 accept TCP 22/22 10.0.0.0/8"""),
                group("a twin behind an exception", "twin", "", """
                        except  in 1 drop   TCP 22/22 10.1.0.0/16
                        wide    in 2 accept TCP 22/22 10.0.0.0/8
                        twin    in 3 accept TCP 22/22 10.0.0.0/8"""),
                group("half accepted, half dropped", "", "whole", """
                        left    in 1 accept TCP 22/22 10.0.0.0/9
                        right   in 2 drop   TCP 22/22 10.128.0.0/9
                        whole   in 3 accept TCP 22/22 10.0.0.0/8"""));
    }

    /// Rules that cover together what none covers alone.
    static Stream<Arguments> unions() {
        return Stream.of(
                group("two halves of a block", "whole", "", """
                        left    in 1 accept TCP 22/22 192.0.2.0/25
                        right   in 2 accept TCP 22/22 192.0.2.128/25
                        whole   in 3 accept TCP 22/22 192.0.2.0/24"""),
                group("two halves but one address", "", "", """
                        left    in 1 accept TCP 22/22 192.0.2.0/25
                        right   in 2 accept TCP 22/22 192.0.2.129/32
                        whole   in 3 accept TCP 22/22 192.0.2.0/24"""),
                group("two halves of the ports", "whole", "", """
                        low     in 1 accept TCP 1/100     192.0.2.0/24
                        high    in 2 accept TCP 101/65535 192.0.2.0/24
                        whole   in 3 accept TCP 1/65535   192.0.2.0/24"""),
                group("all ports but the one in between", "", "", """
                        low     in 1 accept TCP 1/100     192.0.2.0/24
                        high    in 2 accept TCP 102/65535 192.0.2.0/24
                        whole   in 3 accept TCP 1/65535   192.0.2.0/24"""),
                group("four quarters of ports and addresses", "whole", "", """
                        a       in 1 accept UDP 53/60 192.0.2.0/25
                        b       in 2 accept UDP 61/70 192.0.2.128/25
                        c       in 3 accept UDP 53/60 192.0.2.128/25
                        d       in 4 accept UDP 61/70 192.0.2.0/25
                        whole   in 5 accept UDP 53/70 192.0.2.0/24"""));
    }

    /// Protocols, families, ports and the local side.
    static Stream<Arguments> fields() {
        return Stream.of(
                group("numbers and names are the same", "name", "", """
                        number  in 1 accept 1    -1/-1 10.0.0.0/8
                        name    in 2 accept ICMP -1/-1 10.0.0.0/8"""),
                group("one protocol is not all", "", "", """
                        tcp     in 1 accept TCP 1/65535 10.0.0.0/8
                        all     in 2 accept ALL -1/-1   10.0.0.0/8"""),
                group("port 0 is in all and in no written range", "", "", """
                        written in 1 accept TCP 1/65535 10.0.0.0/8
                        any     in 2 accept TCP -1/-1   10.0.0.0/8"""),
                group("the families are apart", "", "", """
                        four    in 1 accept ALL -1/-1 0.0.0.0/0
                        six     in 2 accept TCP 22/22 2001:db8::/32"""),
                group("two halves of the local side", "whole", "", """
                        left    in 1 accept TCP 22/22 10.0.0.0/8 local=192.0.2.0/25
                        right   in 2 accept TCP 22/22 10.0.0.0/8 local=192.0.2.128/25
                        whole   in 3 accept TCP 22/22 10.0.0.0/8 local=192.0.2.0/24"""),
                group("a local side covers no rule without one", "", "", """
                        part    in 1 accept TCP 22/22 10.0.0.0/8 local=192.0.2.0/24
                        whole   in 3 accept TCP 22/22 10.0.0.0/8"""),
                group("source ports cover no rule without them", "five", "", """
                        part    in 1 accept TCP 22/22 10.0.0.0/8 sport=1024/65535
                        five    in 2 accept TCP 22/22 10.0.0.0/8 sport=2000/2001
                        whole   in 3 accept TCP 22/22 10.0.0.0/8"""));
    }

    /// Peers that are groups.
    static Stream<Arguments> groupPeers() {
        return Stream.of(
                group("the same group", "two", "", """
                        one     in 1 accept TCP 1/99  sg-7
                        two     in 2 accept TCP 22/22 sg-7"""),
                group("another group", "", "", """
                        one     in 1 accept TCP 1/99  sg-7
                        two     in 2 accept TCP 22/22 sg-8"""),
                group("a block of one family covers no group", "", "", """
                        four    in 1 accept ALL -1/-1 0.0.0.0/0
                        group   in 2 accept TCP 22/22 sg-7"""),
                group("all addresses of both families cover every group", "group", "", """
                        four    in 1 accept ALL -1/-1 0.0.0.0/0
                        six     in 2 accept ALL -1/-1 ::/0
                        group   in 3 accept TCP 22/22 sg-7"""),
                group("a group covers no block", "", "", """
                        group   in 1 accept ALL -1/-1 sg-7
                        one     in 2 accept TCP 22/22 192.0.2.1/32"""));
    }

    private static Arguments group(String name, String redundant, String shadowed, String rules) {
        return Arguments.of(name, ids(redundant), ids(shadowed), rules);
    }

    private static List<RuleId> ids(String text) {
        return Stream.of(text.split(" "))
                .filter(word -> !word.isEmpty())
                .map(RuleId::new)
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"vectors", "covers", "unions", "fields", "groupPeers"})
    void saysWhichRulesDecideNothing(String name, List<RuleId> redundant, List<RuleId> shadowed, String rules) {
        Answer answer = RedundantRules.of(Rules.state(rules), Rules.GROUP);
        assertEquals(redundant, answer.redundant());
        assertEquals(shadowed, answer.shadowed());
        assertEquals(rules.lines().count(), answer.findings().size());
    }

    @Test
    void namesTheRulesThatCover() {
        Answer answer = RedundantRules.of(Rules.state("""
                drop    in 1 drop   TCP 22/22 10.0.0.0/16
                left    in 2 accept TCP 22/22 10.0.0.0/9
                spare   in 3 accept TCP 22/22 10.128.0.0/10
                right   in 4 accept TCP 22/22 10.128.0.0/9
                whole   in 5 accept TCP 22/22 10.0.0.0/8
                secret  in 6 drop   TCP 22/22 10.0.0.0/8
                inner   in 7 accept TCP 22/22 10.0.7.0/24"""), Rules.GROUP);
        assertThat(answer.findings())
                .filteredOn(finding -> !(finding instanceof Needed))
                .containsExactly(
                        new Redundant(new RuleId("whole"), ids("left right")),
                        new Shadowed(new RuleId("secret"), ids("drop left spare right")),
                        new Shadowed(new RuleId("inner"), ids("drop")));
    }

    @Test
    void listsCountAsTheyStand() {
        PolicyState rules = Rules.state("""
                listed  in 1 accept TCP prl-7   pl-7
                inside  in 2 accept TCP 443/443 192.0.2.130/32
                outside in 3 accept TCP 443/443 192.0.3.0/32
                port    in 4 accept TCP 444/444 192.0.2.130/32
                again   in 5 accept TCP prl-7   pl-7
                empty   in 6 accept TCP 22/22   pl-8""");
        PolicyState state = Rules.state(
                rules,
                List.of(
                        Rules.prefixList("pl-7", "192.0.2.0/25", "192.0.2.128/25"),
                        Rules.prefixList("pl-8"),
                        Rules.portList("prl-7", new PortRange(22, 23), PortRange.of(443))));
        Answer answer = RedundantRules.of(state, Rules.GROUP);
        assertEquals(ids("inside again"), answer.redundant());
        assertEquals(new MatchesNothing(new RuleId("empty")), answer.findings().getLast());
        PolicyState shorter = Rules.state(state, List.of(Rules.prefixList("pl-7", "192.0.2.0/25")));
        assertEquals(ids("again"), RedundantRules.of(shorter, Rules.GROUP).redundant());
    }

    @Test
    void twoFamiliesAtOnceMatchNothing() {
        Answer answer = RedundantRules.of(Rules.state("""
                icmp    in 1 accept ICMP -1/-1 2001:db8::/32
                local   in 2 accept TCP  22/22 10.0.0.0/8 local=2001:db8::/32"""), Rules.GROUP);
        assertThat(answer.findings())
                .containsExactly(new MatchesNothing(new RuleId("icmp")), new MatchesNothing(new RuleId("local")));
    }

    @Test
    void whatIsTooMuchIsLeftUndecidedByName() {
        PolicyState state = Rules.state("""
                one     in 1 accept TCP 22/22 0.0.0.0/0
                two     in 2 accept TCP 22/22 10.0.0.0/8
                three   in 3 accept TCP 22/22 10.0.0.0/8""");
        Answer answer = RedundantRules.of(state, Rules.GROUP, Effort.ofBoxes(4));
        assertThat(answer.findings().getFirst()).isInstanceOf(Needed.class);
        assertThat(answer.findings().subList(1, 3))
                .containsExactly(new Undecided(new RuleId("two")), new Undecided(new RuleId("three")));
    }
}
