package dev.cordon.conformance.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.cordon.wire.Json;
import org.junit.jupiter.api.Tag;

/// JSON text.
@Tag("fuzz")
final class JsonFuzzTest {

    @FuzzTest
    void isReadBackOrRefused(byte[] bytes) {
        Fuzzed.isReadBack(Json.parse(Fuzzed.text(bytes)), Json::print, Json::parse);
        Fuzzed.isReadBack(Json.parse(Fuzzed.text(bytes)), Json::printPretty, Json::parse);
    }
}
