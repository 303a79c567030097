package dev.cordon.conformance.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.model.Chance;
import dev.cordon.model.RandomStates;
import dev.cordon.model.state.Change;
import dev.cordon.model.state.PolicyState;
import dev.cordon.nft.lower.Binding;
import dev.cordon.nft.lower.LinkKind;
import dev.cordon.nft.lower.Lower;
import dev.cordon.nft.plan.Plan;
import java.util.List;
import org.junit.jupiter.api.Test;

/// *Determinism*: the same state gives the same bytes of ruleset, whatever order it was made in.
final class DeterminismTest {

    @Test
    void sameBytesWhateverTheOrderOfChanges() {
        Seeds.forEach(50, 3, DeterminismTest::compare);
    }

    private static void compare(Chance chance) {
        List<Change> changes = new RandomStates(chance).nextChanges();
        PolicyState one = PolicyState.EMPTY.apply(changes);
        PolicyState other = PolicyState.EMPTY.apply(chance.shuffled(changes));
        assertEquals(one, other);
        List<Binding> bindings = Bindings.ofEach(one, LinkKind.GUEST);
        assertEquals(text(one, bindings), text(other, chance.shuffled(bindings)));
    }

    private static String text(PolicyState state, List<Binding> bindings) {
        return String.join("\n", Plan.fromNothing(Lower.lower(Bindings.view(state, bindings), bindings)));
    }
}
