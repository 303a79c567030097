package dev.cordon.server.tls;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;

/// The few forms of DER that a certificate is made of.
///
/// @spec https://www.itu.int/rec/T-REC-X.690 Distinguished encoding rules
final class Der {

    static final int SEQUENCE = 0x30;
    static final int SET = 0x31;
    static final int OCTETS = 0x04;

    private static final int BOOLEAN = 0x01;
    private static final int INTEGER = 0x02;
    private static final int BITS = 0x03;
    private static final int OBJECT_ID = 0x06;
    private static final int UTF8 = 0x0c;
    private static final int GENERALIZED_TIME = 0x18;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private Der() {}

    static byte[] of(int tag, byte[]... contents) {
        byte[] content = joined(contents);
        return joined(new byte[] {(byte) tag}, length(content.length), content);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    /// Lengths from 128 have a count of their bytes in front.
    private static byte[] length(int length) {
        if (length < 0x80) {
            return new byte[] {(byte) length};
        }
        byte[] bytes = BigInteger.valueOf(length).toByteArray();
        byte[] digits = bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
        return joined(new byte[] {(byte) (0x80 | digits.length)}, digits);
    }

    static byte[] integer(BigInteger number) {
        return of(INTEGER, number.toByteArray());
    }

    static byte[] truth() {
        return of(BOOLEAN, new byte[] {(byte) 0xff});
    }

    /// A whole number of bytes as a string of bits.
    static byte[] bits(byte[] bytes) {
        return of(BITS, new byte[] {0}, bytes);
    }

    static byte[] utf8(String text) {
        return of(UTF8, text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] time(Instant instant) {
        return of(GENERALIZED_TIME, TIME.format(instant).getBytes(StandardCharsets.US_ASCII));
    }

    /// @param dotted such as `2.5.4.3`
    static byte[] objectId(String dotted) {
        int[] arcs =
                Arrays.stream(dotted.split("\\.")).mapToInt(Integer::parseInt).toArray();
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.write(40 * arcs[0] + arcs[1]);
        for (int i = 2; i < arcs.length; i++) {
            writeArc(arcs[i], content);
        }
        return of(OBJECT_ID, content.toByteArray());
    }

    /// Seven bits a byte, the highest bit set in all but the last.
    private static void writeArc(int arc, ByteArrayOutputStream to) {
        for (int shift = 28; shift > 0; shift -= 7) {
            if (arc >>> shift != 0) {
                to.write(0x80 | arc >>> shift & 0x7f);
            }
        }
        to.write(arc & 0x7f);
    }
}
