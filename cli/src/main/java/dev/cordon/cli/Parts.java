package dev.cordon.cli;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/// What has been opened and has to be closed again, the last first.
///
/// May be closed by one thread while another opens: what is being opened is waited for, so that no
/// part is ever open without being known here.
public final class Parts implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Parts.class.getName());

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private boolean closed;

    /// Opens a part and keeps it until the end.
    ///
    /// @throws CliException if the end has come already; then nothing is opened
    public synchronized <T extends AutoCloseable> T open(Supplier<T> opening) {
        if (closed) {
            throw new CliException("asked to end while starting");
        }
        T part = opening.get();
        open.push(part);
        return part;
    }

    /// Closes everything, also if some part fails. May be called twice.
    @Override
    public synchronized void close() {
        closed = true;
        while (!open.isEmpty()) {
            closeOne(open.pop());
        }
    }

    private static void closeOne(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception failure) {
            LOG.log(Level.ERROR, "could not clean up", failure);
        }
    }
}
