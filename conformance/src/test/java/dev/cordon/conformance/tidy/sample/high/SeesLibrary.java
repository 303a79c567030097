package dev.cordon.conformance.tidy.sample.high;

import java.sql.Connection;
import org.assertj.core.api.Assertions;

/// Uses two libraries that its module has not listed.
public record SeesLibrary(Connection connection) {

    public static Class<?> library() {
        return Assertions.class;
    }
}
