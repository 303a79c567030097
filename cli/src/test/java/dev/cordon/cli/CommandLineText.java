package dev.cordon.cli;

import java.net.InetSocketAddress;
import java.util.Optional;
import picocli.CommandLine.TypeConversionException;

/// What options make of a text, for tests that are elsewhere.
public final class CommandLineText {

    private CommandLineText() {}

    /// Returns what `--listen` makes of a text; nothing if it is refused.
    public static Optional<InetSocketAddress> listenAddress(String text) {
        try {
            return Optional.of(new AddressConverter().convert(text));
        } catch (TypeConversionException refused) {
            return Optional.empty();
        }
    }
}
