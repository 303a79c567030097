package dev.cordon.conformance.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.cordon.conformance.differential.Bindings;
import dev.cordon.model.state.PolicyState;
import dev.cordon.nft.lower.Binding;
import dev.cordon.nft.lower.LinkKind;
import dev.cordon.nft.lower.Lower;
import dev.cordon.nft.plan.Observed;
import dev.cordon.nft.plan.Plan;
import dev.cordon.nft.ruleset.Ruleset;
import java.util.List;
import org.junit.jupiter.api.Tag;

/// What `nft list table` prints, with whatever others have put into our table. Any of it leads to a
/// plan.
@Tag("fuzz")
final class ListingFuzzTest {

    private static final Ruleset DESIRED = desired();

    private static Ruleset desired() {
        PolicyState state = SeedState.STATE;
        List<Binding> bindings = Bindings.ofEach(state, LinkKind.GUEST);
        return Lower.lower(Bindings.view(state, bindings), bindings);
    }

    @FuzzTest
    void leadsToAPlan(byte[] bytes) {
        Observed observed = Observed.read(Fuzzed.text(bytes));
        assertThat(Plan.between(observed, DESIRED)).isNotEmpty();
    }
}
