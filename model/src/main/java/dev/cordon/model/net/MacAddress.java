package dev.cordon.model.net;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// The address of an interface in its Ethernet.
///
/// @param bits the lower 48
public record MacAddress(long bits) {

    private static final int LENGTH_BYTES = 6;
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{2}(:[0-9a-f]{2}){5}");

    public MacAddress {
        if (bits >>> LENGTH_BYTES * Byte.SIZE != 0) {
            throw new IllegalArgumentException("no MAC address `" + Long.toHexString(bits) + "`");
        }
    }

    /// Reads six pairs of hexadecimal digits, lower case, parted by colons; nothing if the text is
    /// anything else.
    public static Optional<MacAddress> parse(String text) {
        return Optional.of(text)
                .filter(given -> FORM.matcher(given).matches())
                .map(given -> new MacAddress(HexFormat.fromHexDigitsToLong(given.replace(":", ""))));
    }

    /// @throws IllegalArgumentException if the text is no MAC address
    public static MacAddress of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("no MAC address `" + text + "`"));
    }

    @Override
    public String toString() {
        String digits = HexFormat.of().toHexDigits(bits, 2 * LENGTH_BYTES);
        return digits.replaceAll("(..)(?!$)", "$1:");
    }
}
