package dev.cordon.agent.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@RequiresRoot
class RulesetGenerationNetnsTest {

    @Test
    void changesWithEveryTransactionAndWithNothingElse() {
        try (NetworkNamespace namespace = NetworkNamespace.create();
                RulesetGeneration generation = namespace.call(RulesetGeneration::open)) {
            long first = generation.current();
            String tables = namespace.call(() -> {
                try (NftContext nft = NftContext.open()) {
                    return nft.run("add table inet cordon") + nft.run("list tables");
                }
            });
            assertThat(tables).isEqualTo("table inet cordon\n");
            long second = generation.current();
            assertThat(second).isEqualTo(first + 1);
            assertThat(generation.current()).isEqualTo(second);
        }
    }

    @Test
    void isThatOfItsOwnNamespace() {
        try (NetworkNamespace namespace = NetworkNamespace.create();
                NetworkNamespace other = NetworkNamespace.create();
                RulesetGeneration generation = namespace.call(RulesetGeneration::open)) {
            long first = generation.current();
            TestNetwork.run(other, "nft add table inet foreign");
            assertThat(generation.current()).isEqualTo(first);
        }
    }
}
