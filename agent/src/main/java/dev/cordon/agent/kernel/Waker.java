package dev.cordon.agent.kernel;

/// Ends the wait of a thread from another one.
final class Waker implements AutoCloseable {

    private final Descriptor event = new Descriptor(Libc.eventDescriptor());
    private boolean open = true;

    /// Returns what the wait has to poll.
    int number() {
        return event.number();
    }

    /// Ends the current or the next wait. May be called from any thread; once this is closed, does
    /// nothing.
    synchronized void wake() {
        if (open) {
            Libc.signal(event.number());
        }
    }

    /// Has been seen: the next wait waits.
    void clear() {
        Libc.clearSignal(event.number());
    }

    @Override
    public synchronized void close() {
        open = false;
        event.close();
    }
}
