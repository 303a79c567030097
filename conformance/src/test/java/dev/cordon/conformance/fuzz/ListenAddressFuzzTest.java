package dev.cordon.conformance.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.cordon.cli.CommandLineText;
import org.junit.jupiter.api.Tag;

/// `ADDR:PORT` on the command line.
@Tag("fuzz")
final class ListenAddressFuzzTest {

    @FuzzTest
    void isReadOrRefused(byte[] bytes) {
        CommandLineText.listenAddress(Fuzzed.text(bytes)).ifPresent(address -> {
            assertThat(address.getPort()).isBetween(0, 65_535);
            assertThat(address.getHostString()).isNotEmpty();
        });
    }
}
