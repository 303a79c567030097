package dev.cordon.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class AddressConverterTest {

    private final AddressConverter converter = new AddressConverter();

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:8620, 127.0.0.1, 8620",
        "localhost:0, localhost, 0",
        "[::1]:65535, ::1, 65535",
        "[2001:db8::2]:443, 2001:db8::2, 443",
    })
    void readsAddressAndPort(String text, String host, int port) {
        assertEquals(InetSocketAddress.createUnresolved(host, port), converter.convert(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                ":8620",
                "8620",
                "127.0.0.1",
                "127.0.0.1:",
                "127.0.0.1:65536",
                "127.0.0.1:-1",
                "127.0.0.1:http",
                "::1:8620",
                "[::1]",
                "[::1:8620",
                "::1]:8620",
                "[]:8620",
                "a b:8620"
            })
    void refusesEverythingElse(String text) {
        TypeConversionException refused = assertThrows(TypeConversionException.class, () -> converter.convert(text));
        assertEquals("not ADDR:PORT `" + text + "`", refused.getMessage());
    }

    @Test
    void asksNoNameServer() {
        assertEquals(true, converter.convert("localhost:8620").isUnresolved());
    }
}
