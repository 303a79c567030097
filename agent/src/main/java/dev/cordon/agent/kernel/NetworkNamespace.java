package dev.cordon.agent.kernel;

import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/// A network namespace that this process holds open.
///
/// One that is [made][#create] here has no name: it lives as long as a descriptor of this process,
/// so it goes, with its links, tables and connections, when the process ends, however it ends.
///
/// @spec https://man7.org/linux/man-pages/man7/network_namespaces.7.html network_namespaces
public final class NetworkNamespace implements AutoCloseable {

    private static final int CLONE_NEWNET = 0x40000000;
    private static final String OF_THIS_THREAD = "/proc/thread-self/ns/net";

    private final Descriptor descriptor;

    private NetworkNamespace(int descriptor) {
        this.descriptor = new Descriptor(descriptor);
    }

    /// Makes an empty namespace.
    public static NetworkNamespace create() {
        return new NetworkNamespace(onNewThread(() -> {
            Libc.unshare(CLONE_NEWNET);
            return Libc.openReadOnly(OF_THIS_THREAD);
        }));
    }

    /// Returns the namespace of the calling thread.
    public static NetworkNamespace current() {
        return new NetworkNamespace(Libc.openReadOnly(OF_THIS_THREAD));
    }

    /// Returns a path by which other processes can name the namespace while this one lives.
    public String path() {
        return "/proc/" + ProcessHandle.current().pid() + "/fd/" + descriptor.number();
    }

    /// Calls something in the namespace, on a thread of its own. Sockets that are opened and
    /// processes that are started there belong to the namespace.
    ///
    /// @throws KernelException if the call fails with a checked exception
    public <T> T call(Callable<T> task) {
        return onNewThread(() -> {
            enter();
            return task.call();
        });
    }

    /// Starts a thread that stays in the namespace, and returns once it is there.
    ///
    /// @throws KernelException if the namespace cannot be entered; then nothing was started
    public Thread start(String name, Runnable task) {
        FutureTask<Boolean> entering = new FutureTask<>(this::enter, true);
        Thread thread = Thread.ofPlatform().daemon().name(name).start(() -> {
            entering.run();
            if (entering.state() == Future.State.SUCCESS) {
                task.run();
            }
        });
        result(entering);
        return thread;
    }

    /// Not while the namespace is being closed: its number may be another one's by then.
    private synchronized void enter() {
        Libc.setNamespace(descriptor.number(), CLONE_NEWNET);
    }

    private static <T> T onNewThread(Callable<T> task) {
        FutureTask<T> future = new FutureTask<>(task);
        Thread.ofPlatform().daemon().name("namespace").start(future);
        return result(future);
    }

    private static <T> T result(FutureTask<T> future) {
        try {
            return future.get();
        } catch (ExecutionException failure) {
            throw unchecked(Objects.requireNonNull(failure.getCause()));
        } catch (InterruptedException interrupted) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            throw new KernelException("interrupted while waiting for a namespace", interrupted);
        }
    }

    private static RuntimeException unchecked(Throwable cause) {
        return switch (cause) {
            case RuntimeException failure -> failure;
            case Error error -> throw error;
            default -> new KernelException(String.valueOf(cause.getMessage()), cause);
        };
    }

    @Override
    public synchronized void close() {
        descriptor.close();
    }
}
