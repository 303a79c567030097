package dev.cordon.agent.kernel;

import static dev.cordon.agent.kernel.NativeFunction.INT;
import static dev.cordon.agent.kernel.NativeFunction.LONG;
import static dev.cordon.agent.kernel.NativeFunction.POINTER;

import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A tap: a link of the network namespace of the thread that opened it, whose far end is this
/// process.
///
/// A frame that is written comes in by the link, and has gone all its way through the kernel when
/// the write returns; what goes out by the link can be read. The link goes when the tap is closed.
/// One thread may write while another one reads.
///
/// @spec https://docs.kernel.org/networking/tuntap.html Universal TUN/TAP device driver
public final class TapDevice implements AutoCloseable {

    /// Longer frames are cut; no link here carries any.
    private static final int FRAME_BYTES_MAX = 65_536;

    private static final int READ_WRITE = 2;
    private static final int NON_BLOCKING = 0x800;
    private static final long SET_INTERFACE = 0x400454caL;
    private static final short ETHERNET_WITHOUT_HEADER = 0x1002;
    private static final int REQUEST_BYTES = 40;
    private static final int NAME_BYTES = 16;

    private static final SymbolLookup LIBRARY = Linker.nativeLinker().defaultLookup();
    private static final NativeFunction OPEN = NativeFunction.of(LIBRARY, "open", INT, POINTER, INT);
    private static final NativeFunction CONTROL = NativeFunction.of(LIBRARY, "ioctl", INT, INT, LONG, POINTER);
    private static final NativeFunction READ = NativeFunction.of(LIBRARY, "read", LONG, INT, POINTER, LONG);
    private static final NativeFunction WRITE = NativeFunction.of(LIBRARY, "write", LONG, INT, POINTER, LONG);

    private final Descriptor descriptor;
    private final MemorySegment incoming = Arena.ofAuto().allocate(FRAME_BYTES_MAX);
    private final MemorySegment outgoing = Arena.ofAuto().allocate(FRAME_BYTES_MAX);

    private TapDevice(Descriptor descriptor) {
        this.descriptor = descriptor;
    }

    /// Makes a tap.
    ///
    /// @param link its name, of 15 letters at most
    public static TapDevice open(String link) {
        try (Arena arena = Arena.ofConfined()) {
            int flags = READ_WRITE | NON_BLOCKING | Libc.CLOSE_ON_EXEC;
            Descriptor opened = new Descriptor((int) OPEN.call(arena.allocateFrom("/dev/net/tun"), flags));
            MemorySegment request = arena.allocate(REQUEST_BYTES, Long.BYTES);
            request.copyFrom(MemorySegment.ofArray(link.getBytes(StandardCharsets.US_ASCII)));
            request.set(ValueLayout.JAVA_SHORT, NAME_BYTES, ETHERNET_WITHOUT_HEADER);
            try {
                CONTROL.call(opened.number(), SET_INTERFACE, request);
                return new TapDevice(opened);
            } catch (KernelException failure) {
                opened.close();
                throw failure;
            }
        }
    }

    public void write(byte[] frame) {
        MemorySegment.copy(frame, 0, outgoing, ValueLayout.JAVA_BYTE, 0, frame.length);
        WRITE.call(descriptor.number(), outgoing, (long) frame.length);
    }

    /// Returns the next frame that has gone out, without waiting for one.
    public Optional<byte[]> read() {
        long length = READ.attempt(descriptor.number(), incoming, incoming.byteSize());
        if (length == -Errno.EAGAIN) {
            return Optional.empty();
        }
        if (length < 0) {
            throw new KernelException("read from a tap", (int) -length);
        }
        return Optional.of(incoming.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE));
    }

    @Override
    public void close() {
        descriptor.close();
    }
}
