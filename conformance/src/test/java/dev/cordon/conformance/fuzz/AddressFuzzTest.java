package dev.cordon.conformance.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpAddress;
import java.util.Optional;
import org.junit.jupiter.api.Tag;

/// Addresses and blocks.
@Tag("fuzz")
final class AddressFuzzTest {

    @FuzzTest
    void isReadBackOrRefused(byte[] bytes) {
        String text = Fuzzed.text(bytes);
        IpAddress.parse(text).ifPresent(address -> {
            assertEquals(Optional.of(address), IpAddress.parse(address.toString()));
            assertEquals(Optional.of(address.asBlock()), CidrBlock.parse(text));
        });
        CidrBlock.parse(text).ifPresent(block -> {
            assertEquals(Optional.of(block), CidrBlock.parse(block.toString()));
            assertTrue(block.contains(block.first()));
        });
    }
}
