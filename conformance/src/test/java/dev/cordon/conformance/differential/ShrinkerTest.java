package dev.cordon.conformance.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.conformance.differential.History.Event.Arrival;
import dev.cordon.conformance.differential.History.Event.Changed;
import dev.cordon.model.Chance;
import dev.cordon.model.policy.IntraGroupPolicy;
import dev.cordon.model.policy.PrefixList;
import dev.cordon.model.policy.Priority;
import dev.cordon.model.policy.Profile;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.SecurityGroup;
import dev.cordon.model.state.Change;
import dev.cordon.model.state.PolicyState;
import dev.cordon.wire.Json;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// A comparison that never fails would say nothing, and one that fails with a hundred rules little:
/// here readers are wrong on purpose.
final class ShrinkerTest {

    private static final int SEED_COUNT_MAX = 300;

    private static final HistoryReader PRIORITIES_REVERSED =
            Readers.wrong("priorities reversed", state -> putAgain(state, ShrinkerTest::withReversedPriority));

    private static final HistoryReader ISOLATION_FORGOTTEN =
            Readers.wrong("isolation forgotten", state -> putAgain(state, ShrinkerTest::connected));

    private static final HistoryReader LISTS_EMPTY =
            Readers.wrong("lists empty", state -> putAgain(state, ShrinkerTest::withoutEntries));

    static Stream<Named<HistoryReader>> wrongReaders() {
        return Stream.of(PRIORITIES_REVERSED, ISOLATION_FORGOTTEN, LISTS_EMPTY)
                .map(reader -> Named.of(reader.name(), reader));
    }

    @ParameterizedTest
    @MethodSource("wrongReaders")
    void aWrongReaderIsCaughtByACaseThatFitsOnAPage(HistoryReader wrong) {
        Comparison comparison = Comparison.of(Readers.SPEC, wrong);
        History found = firstFound(comparison, chance -> new RandomHistories(chance).nextOfFlows(3, 10));
        History smallest = comparison.smallest(found, wrong.name());
        assertThat(comparison.disagreement(smallest)).isPresent();
        assertThat(smallest.events()).hasSize(1).hasOnlyElementsOfType(Arrival.class);
        assertThat(ruleCount(smallest.first())).isLessThanOrEqualTo(2);
        assertThat(smallest.first().enis()).hasSizeLessThanOrEqualTo(2);
        assertThat(smallest.first().groups()).hasSizeLessThanOrEqualTo(2);
    }

    /// A packet, a change, and the packet that shows it.
    @Test
    void aWrongSessionTableIsCaughtByThreeEvents() {
        HistoryReader keeping =
                Readers.underProfile(Profile.named("keep-sessions").orElseThrow(), Readers.ENGINE_SESSIONS);
        HistoryReader judging = Readers.underProfile(Profile.ALIYUN_DEFAULT, Readers.SPEC_SESSIONS);
        Comparison comparison = Comparison.of(judging, keeping);
        History found = firstFound(comparison, chance -> new RandomHistories(chance).next());
        History smallest = comparison.smallest(found, keeping.name());
        assertThat(smallest.events()).hasSize(3).hasAtLeastOneElementOfType(Changed.class);
        assertThat(ruleCount(smallest.first())).isLessThanOrEqualTo(2);
        assertThat(smallest.first().enis()).hasSizeLessThanOrEqualTo(2);
    }

    private static History firstFound(Comparison comparison, Function<Chance, History> histories) {
        return LongStream.range(1, SEED_COUNT_MAX)
                .mapToObj(seed -> histories.apply(Chance.seeded(seed)))
                .filter(history -> comparison.disagreement(history).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private static long ruleCount(PolicyState state) {
        return state.objects().filter(Rule.class::isInstance).count();
    }

    private static PolicyState putAgain(PolicyState state, Function<Object, List<Change>> changed) {
        return state.apply(state.objects()
                .flatMap(object -> changed.apply(object).stream())
                .toList());
    }

    private static List<Change> withReversedPriority(Object object) {
        if (!(object instanceof Rule rule)) {
            return List.of();
        }
        int number = Math.max(1, 101 - rule.priority().number());
        return List.of(new Change.Put(new Rule(
                rule.id(),
                rule.group(),
                rule.direction(),
                rule.match(),
                rule.action(),
                new Priority(number),
                rule.position(),
                rule.details())));
    }

    private static List<Change> connected(Object object) {
        return object instanceof SecurityGroup group
                ? List.of(new Change.Put(group.with(IntraGroupPolicy.INTERCONNECTED)))
                : List.of();
    }

    private static List<Change> withoutEntries(Object object) {
        return object instanceof PrefixList list
                ? List.of(new Change.Put(
                        new PrefixList(list.id(), list.family(), list.entryCountMax(), List.of(), list.details())))
                : List.of();
    }

    /// What is printed is what was found.
    @Test
    void theSmallestCaseIsReadBackFromItsFile() {
        for (long seed = 1; seed < 40; seed++) {
            History history = new RandomHistories(Chance.seeded(seed)).next();
            assertEquals(history, readBack(CaseForm.print(history, Readers.SPEC_SESSIONS)), "seed " + seed);
        }
    }

    private static History readBack(String text) {
        JsonNode file = Json.parse(text).orElseThrow();
        return CaseForm.read(file.path("profiles"), file.path("vectors").path(0));
    }
}
