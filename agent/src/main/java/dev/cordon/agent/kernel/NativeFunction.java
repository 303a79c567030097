package dev.cordon.agent.kernel;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A function of a native library.
///
/// Implementation note: calls go through `invokeWithArguments`, which costs about a microsecond and
/// keeps all signatures in one place; nothing here is called per packet.
final class NativeFunction {

    static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
    static final AddressLayout POINTER = ValueLayout.ADDRESS;

    private static final StructLayout CALL_STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO = CALL_STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

    private final String name;
    private final MethodHandle handle;

    private NativeFunction(String name, MethodHandle handle) {
        this.name = name;
        this.handle = handle;
    }

    static NativeFunction of(SymbolLookup library, String name, MemoryLayout result, MemoryLayout... parameters) {
        return of(library, name, FunctionDescriptor.of(result, parameters));
    }

    static NativeFunction ofVoid(SymbolLookup library, String name, MemoryLayout... parameters) {
        return of(library, name, FunctionDescriptor.ofVoid(parameters));
    }

    @SuppressWarnings("restricted") // native calls are what this class is for
    private static NativeFunction of(SymbolLookup library, String name, FunctionDescriptor signature) {
        MemorySegment address = library.find(name)
                .orElseThrow(() -> new KernelException("the C library has no function `" + name + "`"));
        Linker.Option errno = Linker.Option.captureCallState("errno");
        return new NativeFunction(name, Linker.nativeLinker().downcallHandle(address, signature, errno));
    }

    /// Calls a function that returns a number and, when it fails, -1.
    ///
    /// @return the number, 0 or greater
    long call(Object... arguments) {
        while (true) {
            long result = attempt(arguments);
            if (result >= 0) {
                return result;
            }
            if (-result != Errno.EINTR) {
                throw new KernelException(name, (int) -result);
            }
        }
    }

    /// Returns the number, or the error number with its sign turned. Fits system calls, which
    /// always set one.
    long attempt(Object... arguments) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(CALL_STATE);
            long result = ((Number) invoke(state, arguments)).longValue();
            return result == -1 ? -(int) ERRNO.get(state, 0L) : result;
        }
    }

    /// Returns the number as it is, for a function that says nothing by its error number.
    int callForNumber(Object... arguments) {
        try (Arena arena = Arena.ofConfined()) {
            return (int) invoke(arena.allocate(CALL_STATE), arguments);
        }
    }

    /// Calls a function that returns a pointer.
    MemorySegment callForPointer(Object... arguments) {
        try (Arena arena = Arena.ofConfined()) {
            return (MemorySegment) invoke(arena.allocate(CALL_STATE), arguments);
        }
    }

    /// Calls a function that returns nothing.
    void run(Object... arguments) {
        try (Arena arena = Arena.ofConfined()) {
            invoke(arena.allocate(CALL_STATE), arguments);
        }
    }

    private Object invoke(MemorySegment state, Object... arguments) {
        List<Object> all = new ArrayList<>();
        all.add(state);
        all.addAll(Arrays.asList(arguments));
        try {
            return handle.invokeWithArguments(all);
        } catch (Error | RuntimeException failure) {
            throw failure;
        } catch (Throwable impossible) {
            throw new IllegalStateException("`" + name + "` threw", impossible);
        }
    }
}
