package dev.cordon.agent.kernel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;

/// A message that the kernel sent: its type, a fixed header, and attributes by number.
///
/// @param type of the netlink header
/// @param header what stands before the attributes, in the order of the machine
record NetlinkMessage(int type, ByteBuffer header, Attributes attributes) {

    private static final int TYPE_MASK = 0x3fff;

    /// Attributes by number; of several with one number the last is kept. Numbers inside are in
    /// network order unless said otherwise.
    record Attributes(Map<Integer, ByteBuffer> values) {

        static Attributes read(ByteBuffer bytes) {
            Map<Integer, ByteBuffer> values = new HashMap<>();
            ByteBuffer in = bytes.duplicate().order(ByteOrder.nativeOrder());
            while (in.remaining() >= 4) {
                int start = in.position();
                int length = Short.toUnsignedInt(in.getShort());
                int type = in.getShort() & TYPE_MASK;
                if (length < 4 || start + length > in.limit()) {
                    break;
                }
                values.put(type, in.slice(start + 4, length - 4).order(ByteOrder.BIG_ENDIAN));
                in.position(Math.min(in.limit(), start + aligned(length)));
            }
            return new Attributes(values);
        }

        boolean has(int type) {
            return values.containsKey(type);
        }

        /// Returns a nested list, empty if there is none.
        Attributes nested(int type) {
            return has(type) ? read(bytes(type)) : new Attributes(Map.of());
        }

        /// Returns the bytes of an attribute, none if it is absent.
        ByteBuffer bytes(int type) {
            ByteBuffer value = values.get(type);
            return value == null ? ByteBuffer.allocate(0) : value.duplicate().order(ByteOrder.BIG_ENDIAN);
        }

        /// Returns the bytes of an attribute that has to have a number of them.
        ///
        /// @throws KernelException if it has another number
        ByteBuffer bytes(int type, int count) {
            ByteBuffer bytes = bytes(type);
            if (bytes.remaining() != count) {
                throw new KernelException("netlink: attribute `" + type + "` has `" + bytes.remaining()
                        + "` bytes, and should have " + count);
            }
            return bytes;
        }

        int u8(int type) {
            return has(type) ? Byte.toUnsignedInt(bytes(type, Byte.BYTES).get()) : 0;
        }

        int u16(int type) {
            return has(type) ? Short.toUnsignedInt(bytes(type, Short.BYTES).getShort()) : 0;
        }

        long u32(int type) {
            return has(type) ? Integer.toUnsignedLong(bytes(type, Integer.BYTES).getInt()) : 0;
        }

        long u64(int type) {
            return has(type) ? bytes(type, Long.BYTES).getLong() : 0;
        }

        /// Returns text up to its closing zero, empty if the attribute is absent.
        String text(int type) {
            byte[] bytes = new byte[bytes(type).remaining()];
            bytes(type).get(bytes);
            int end = 0;
            while (end < bytes.length && bytes[end] != 0) {
                end++;
            }
            return new String(bytes, 0, end, java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    static int aligned(int length) {
        return length + 3 & ~3;
    }
}
