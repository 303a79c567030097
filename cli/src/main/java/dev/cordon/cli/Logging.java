package dev.cordon.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/// How the log of a process looks: one line an event on standard error.
public final class Logging {

    private static final String CONFIGURATION = "/logging.properties";

    /// Held here: loggers that nobody holds forget their level.
    private static final Logger CORDON = Logger.getLogger("dev.cordon");

    private Logging() {}

    /// Reads the configuration in the jar, unless the user has named one of their own.
    static void configure() {
        if (System.getProperty("java.util.logging.config.file") != null) {
            return;
        }
        try (InputStream configuration = Logging.class.getResourceAsStream(CONFIGURATION)) {
            LogManager.getLogManager().readConfiguration(configuration);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Has only warnings logged from now on: the command tells what happens in its own words.
    public static void onlyWarnings() {
        CORDON.setLevel(Level.WARNING);
    }
}
