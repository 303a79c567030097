package dev.cordon.agent.kernel;

/// An open file descriptor of this process.
///
/// Its number is used again by the next file that is opened, so nothing may use it after the end: a
/// late call would hit a database or another network namespace.
final class Descriptor implements AutoCloseable {

    private static final int CLOSED = -1;

    private int number;

    Descriptor(int number) {
        this.number = number;
    }

    /// @throws IllegalStateException if it is closed
    synchronized int number() {
        if (number == CLOSED) {
            throw new IllegalStateException("descriptor used after it was closed");
        }
        return number;
    }

    /// Does nothing the second time.
    @Override
    public synchronized void close() {
        if (number != CLOSED) {
            Libc.close(number);
            number = CLOSED;
        }
    }
}
