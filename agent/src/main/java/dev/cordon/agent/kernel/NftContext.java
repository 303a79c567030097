package dev.cordon.agent.kernel;

import static dev.cordon.agent.kernel.NativeFunction.INT;
import static dev.cordon.agent.kernel.NativeFunction.POINTER;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;

/// libnftables: runs `nft` commands and returns what they print, without a process.
///
/// A context belongs to the network namespace of the thread that made it, and is used by that
/// thread alone.
///
/// @spec https://manpages.debian.org/bookworm/libnftables-dev/libnftables.3.en.html libnftables
public final class NftContext implements AutoCloseable {

    private static final String LIBRARY = "libnftables.so.1";

    /// Prints protocols and priorities as numbers.
    private static final int NUMBERS = 1 << 7 | 1 << 8;

    private static final int NO_COUNTERS = 1 << 2;

    private final Functions functions;
    private final MemorySegment context;
    private final Thread owner = Thread.currentThread();
    private boolean open = true;

    private record Functions(NativeFunction run, NativeFunction output, NativeFunction error, NativeFunction free) {}

    private NativeFunction function(SymbolLookup library, String name) {
        return NativeFunction.of(library, name, POINTER, POINTER);
    }

    private NftContext(SymbolLookup library, int outputFlags) {
        this.functions = new Functions(
                NativeFunction.of(library, "nft_run_cmd_from_buffer", INT, POINTER, POINTER),
                function(library, "nft_ctx_get_output_buffer"),
                function(library, "nft_ctx_get_error_buffer"),
                NativeFunction.ofVoid(library, "nft_ctx_free", POINTER));
        this.context = NativeFunction.of(library, "nft_ctx_new", POINTER, INT).callForPointer(0);
        if (context.equals(MemorySegment.NULL)) {
            throw new KernelException("libnftables gives no context");
        }
        NativeFunction.of(library, "nft_ctx_buffer_output", INT, POINTER).call(context);
        NativeFunction.of(library, "nft_ctx_buffer_error", INT, POINTER).call(context);
        NativeFunction.ofVoid(library, "nft_ctx_output_set_flags", POINTER, INT).run(context, outputFlags);
    }

    /// Opens a context in the network namespace of the calling thread.
    ///
    /// @throws KernelException if the library is not installed
    public static NftContext open() {
        return new NftContext(library(), NUMBERS | NO_COUNTERS);
    }

    /// Opens one that prints counters too.
    ///
    /// @throws KernelException if the library is not installed
    public static NftContext openWithCounters() {
        return new NftContext(library(), NUMBERS);
    }

    /// Tells whether libnftables can be loaded.
    public static boolean isInstalled() {
        try {
            library();
            return true;
        } catch (KernelException missing) {
            return false;
        }
    }

    @SuppressWarnings("restricted") // loads native code, as said above
    private static SymbolLookup library() {
        try {
            return SymbolLookup.libraryLookup(LIBRARY, Arena.global());
        } catch (IllegalArgumentException missing) {
            throw new KernelException("cannot load " + LIBRARY + ": install the package nftables", missing);
        }
    }

    /// Runs commands as one transaction: all of them or none.
    ///
    /// @return what they print
    /// @throws NftException with the words of libnftables
    /// @throws IllegalArgumentException if there is a zero inside, where the library would stop
    ///     reading
    public String run(String commands) {
        requireOwner();
        if (!open) {
            throw new IllegalStateException("nft context used after it was closed");
        }
        if (commands.indexOf(0) >= 0) {
            throw new IllegalArgumentException("nft commands with a zero inside");
        }
        try (Arena call = Arena.ofConfined()) {
            int result = functions.run().callForNumber(context, call.allocateFrom(commands));
            String printed = text(functions.output());
            String error = text(functions.error());
            if (result != 0) {
                throw new NftException(error);
            }
            return printed;
        }
    }

    @SuppressWarnings("restricted") // the library ends the text with a zero
    private String text(NativeFunction buffer) {
        return buffer.callForPointer(context).reinterpret(Long.MAX_VALUE).getString(0);
    }

    private void requireOwner() {
        if (Thread.currentThread() != owner) {
            throw new IllegalStateException("nft context of `" + owner.getName() + "` used by another thread");
        }
    }

    /// Does nothing the second time: the library would free its memory twice, and take the process
    /// down.
    @Override
    public void close() {
        requireOwner();
        if (open) {
            open = false;
            functions.free().run(context);
        }
    }
}
