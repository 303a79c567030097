package dev.cordon.cli;

/// Closes something also when the process is asked to end by SIGINT or SIGTERM.
public final class ClosedAtExit implements AutoCloseable {

    private final AutoCloseable resource;
    private final Thread hook = new Thread(this::closeResource, "closing");

    /// @param resource may be closed twice, by two threads
    public ClosedAtExit(AutoCloseable resource) {
        this.resource = resource;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /// Tells whether the process has been asked to end.
    static boolean isEnding() {
        try {
            Runtime.getRuntime().removeShutdownHook(new Thread());
            return false;
        } catch (IllegalStateException ending) {
            return true;
        }
    }

    private void closeResource() {
        try {
            resource.close();
        } catch (Exception failure) {
            throw new CliException("could not clean up: " + failure.getMessage(), failure);
        }
    }

    @Override
    public void close() {
        closeResource();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyEnding) {
            // the hook is at work, or was
        }
    }
}
