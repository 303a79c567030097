package dev.cordon.conformance.border;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/// Bytes that are no request, or nearly one.
final class Garbage {

    private static final byte[] REQUEST = ("POST /?Action=CreateVpc&Format=JSON&Version=2016-04-28 HTTP/1.1\r\n"
                    + "Host: ecs.example.com\r\nAccept: application/json\r\nx-acs-action: CreateVpc\r\n"
                    + "Authorization: ACS3-HMAC-SHA256 Credential=a,SignedHeaders=host,Signature=b\r\n"
                    + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 24\r\n\r\n"
                    + "CidrBlock=192.0.2.0%2F24")
            .getBytes(StandardCharsets.ISO_8859_1);

    private static final int RANDOM_LENGTH_MAX = 2_000;
    private static final int HEADER_LENGTH_MAX = 200_000;

    private enum Kind {
        RANDOM_BYTES,
        HALF_A_REQUEST,
        CHANGED_REQUEST,
        HUGE_HEADER
    }

    private Garbage() {}

    /// Returns what a seed stands for.
    static byte[] of(long seed) {
        Random random = new Random(seed);
        return switch (Kind.values()[random.nextInt(Kind.values().length)]) {
            case RANDOM_BYTES -> bytes(random, random.nextInt(RANDOM_LENGTH_MAX));
            case HALF_A_REQUEST -> java.util.Arrays.copyOf(REQUEST, random.nextInt(REQUEST.length));
            case CHANGED_REQUEST -> changed(random);
            case HUGE_HEADER -> hugeHeader(random);
        };
    }

    private static byte[] bytes(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /// A request with bytes replaced, left out and put in.
    private static byte[] changed(Random random) {
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        int oneIn = 10 << random.nextInt(5);
        for (byte each : REQUEST) {
            if (random.nextInt(oneIn) > 0) {
                changed.write(each);
            } else if (random.nextBoolean()) {
                changed.writeBytes(bytes(random, random.nextInt(4)));
            }
        }
        return changed.toByteArray();
    }

    private static byte[] hugeHeader(Random random) {
        String header = "GET / HTTP/1.1\r\nHost: a\r\nX-" + "a".repeat(random.nextInt(HEADER_LENGTH_MAX)) + ": "
                + "b".repeat(random.nextInt(HEADER_LENGTH_MAX));
        return header.getBytes(StandardCharsets.ISO_8859_1);
    }
}
