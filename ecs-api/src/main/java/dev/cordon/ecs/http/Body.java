package dev.cordon.ecs.http;

import java.nio.charset.StandardCharsets;

/// The bytes behind the headers of a request.
public final class Body {

    public static final Body EMPTY = new Body(new byte[0]);

    private final byte[] bytes;

    private Body(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Body of(byte[] bytes) {
        return new Body(bytes.clone());
    }

    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /// Returns the digest that a signature of version 3 covers, in lower-case hexadecimal.
    String sha256() {
        return Hashing.sha256(bytes);
    }
}
