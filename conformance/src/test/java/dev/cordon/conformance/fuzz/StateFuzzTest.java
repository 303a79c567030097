package dev.cordon.conformance.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.cordon.conformance.differential.Bindings;
import dev.cordon.engine.table.CompiledPolicy;
import dev.cordon.model.policy.Profile;
import dev.cordon.model.state.PolicyState;
import dev.cordon.nft.lower.Binding;
import dev.cordon.nft.lower.LinkKind;
import dev.cordon.nft.lower.Lower;
import dev.cordon.nft.plan.Observed;
import dev.cordon.nft.plan.Plan;
import dev.cordon.wire.Parsed;
import dev.cordon.wire.state.StateAt;
import dev.cordon.wire.state.StateForm;
import java.util.List;
import org.junit.jupiter.api.Tag;

/// Exported states. What is read can also be compiled and lowered.
@Tag("fuzz")
final class StateFuzzTest {

    @FuzzTest
    void isReadBackAndUsableOrRefused(byte[] bytes) {
        Fuzzed.json(bytes, node -> {
            if (StateForm.read(node) instanceof Parsed.Ok<StateAt>(StateAt read)) {
                // the order of objects is free when read, and one when written
                assertEquals(new Parsed.Ok<>(read), StateForm.read(StateForm.write(read)));
                use(read.state());
            }
        });
    }

    private static void use(PolicyState state) {
        CompiledPolicy.of(Profile.ALIYUN_DEFAULT, state);
        List<Binding> bindings = Bindings.ofEach(state, LinkKind.GUEST);
        Plan.between(new Observed.Absent(), Lower.lower(Bindings.view(state, bindings), bindings));
    }
}
