package dev.cordon.cli.node;

import dev.cordon.cli.CliException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/// Looks once a day whether the node's own certificate nears its end, and makes another one in its
/// place; the listener takes it over by itself.
final class Renewal implements AutoCloseable {

    /// Between two looks.
    private static final Duration PERIOD = Duration.ofDays(1);

    private static final Logger LOG = System.getLogger(Renewal.class.getName());

    private final Path folder;
    private final InetSocketAddress listen;
    private final Thread thread;

    private Renewal(Path folder, InetSocketAddress listen) {
        this.folder = folder;
        this.listen = listen;
        this.thread = Thread.ofVirtual().name("renewal").unstarted(this::run);
    }

    static Renewal start(Path folder, InetSocketAddress listen) {
        Renewal renewal = new Renewal(folder, listen);
        renewal.thread.start();
        return renewal;
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(PERIOD);
                look();
            }
        } catch (InterruptedException closed) {
            LOG.log(Level.DEBUG, "no longer renewing", closed);
        }
    }

    private void look() {
        try {
            TlsFiles.keptOrMade(folder, listen, Instant.now());
        } catch (CliException unwritable) {
            LOG.log(Level.WARNING, "the certificate nears its end: " + unwritable.getMessage());
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
