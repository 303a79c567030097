package dev.cordon.cli;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;

/// What has been opened and has to be closed again, the last first.
///
/// May be closed by one thread while another still opens: what comes too late is closed at once.
public final class Parts implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Parts.class.getName());

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private boolean closed;

    /// Keeps a part until the end.
    ///
    /// @throws CliException if the end has come already
    public synchronized <T extends AutoCloseable> T opened(T part) {
        open.push(part);
        if (closed) {
            close();
            throw new CliException("asked to end while starting");
        }
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
