package dev.cordon.agent.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Function;
import org.junit.jupiter.api.Test;

@RequiresRoot
class NftContextNetnsTest {

    private static final String TABLE = """
            table inet cordon {
            \tset peers {
            \t\ttype ipv4_addr
            \t\telements = { 192.0.2.7 }
            \t}

            \tchain forward {
            \t\ttype filter hook forward priority 0; policy drop;
            \t\ttcp dport 22 accept
            \t}
            }
            """;

    private static <T> T inOwnNamespace(Function<NftContext, T> task) {
        try (NetworkNamespace namespace = NetworkNamespace.create()) {
            return namespace.call(() -> {
                try (NftContext nft = NftContext.open()) {
                    return task.apply(nft);
                }
            });
        }
    }

    @Test
    void listsWhatWasWritten() {
        String listed = inOwnNamespace(nft -> nft.run(TABLE) + nft.run("list ruleset"));
        assertThat(listed).isEqualTo(TABLE);
    }

    @Test
    void refusesWithTheWordsOfTheLibrary() {
        inOwnNamespace(nft -> {
            assertThatThrownBy(() -> nft.run("add rule inet cordon forward accept"))
                    .isInstanceOf(NftException.class)
                    .hasMessageContaining("No such file or directory");
            return nft;
        });
    }

    /// The library says -1 and sets no error number: a parse error meets no system call that fails.
    @Test
    void refusesEveryMalformedCommand() {
        inOwnNamespace(nft -> {
            for (int i = 0; i < 100; i++) {
                assertThatThrownBy(() -> nft.run("brew coffee"))
                        .isInstanceOf(NftException.class)
                        .hasMessageContaining("syntax error");
            }
            return nft;
        });
    }

    @Test
    void keepsAnErrorMessageShort() {
        inOwnNamespace(nft -> {
            assertThatThrownBy(() -> nft.run("brew coffee ".repeat(100_000)))
                    .isInstanceOf(NftException.class)
                    .satisfies(failure -> assertThat(failure.getMessage()).hasSizeLessThan(2_100));
            return nft;
        });
    }

    @Test
    void appliesAllCommandsOrNone() {
        String ruleset = inOwnNamespace(nft -> {
            assertThatThrownBy(() -> nft.run("add table inet first\nadd rule inet missing forward accept\n"))
                    .isInstanceOf(NftException.class);
            return nft.run("list ruleset");
        });
        assertThat(ruleset).isEmpty();
    }

    @Test
    void isUsableAfterAnError() {
        String printed = inOwnNamespace(nft -> {
            assertThatThrownBy(() -> nft.run("brew coffee")).isInstanceOf(NftException.class);
            nft.run("add table inet cordon");
            return nft.run("list tables");
        });
        assertThat(printed).isEqualTo("table inet cordon\n");
    }

    /// The library would read up to the zero and run half of the transaction.
    @Test
    void refusesCommandsWithAZeroInside() {
        String ruleset = inOwnNamespace(nft -> {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> nft.run("add table inet first\n\0add table inet second\n"));
            return nft.run("list ruleset");
        });
        assertThat(ruleset).isEmpty();
    }

    @Test
    void isUsedByItsOwnThreadAlone() {
        inOwnNamespace(nft -> {
            try (NetworkNamespace other = NetworkNamespace.create()) {
                assertThatIllegalStateException().isThrownBy(() -> other.call(() -> nft.run("list ruleset")));
            }
            return nft;
        });
    }

    @Test
    void isNotClosedByAnotherThread() {
        String tables = inOwnNamespace(nft -> {
            try (NetworkNamespace other = NetworkNamespace.create()) {
                assertThatIllegalStateException()
                        .isThrownBy(() -> other.call(() -> {
                            nft.close();
                            return nft;
                        }));
            }
            return nft.run("list tables");
        });
        assertThat(tables).isEmpty();
    }

    @Test
    void isRefusedOnceClosed() {
        inOwnNamespace(nft -> {
            nft.close();
            nft.close();
            assertThatIllegalStateException().isThrownBy(() -> nft.run("list ruleset"));
            return nft;
        });
    }
}
