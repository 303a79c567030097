package dev.cordon.store;

import java.util.regex.Pattern;

/// A name in the store, such as `eni/eni-7`.
///
/// Printable ASCII without the space, so that the order of keys is the order of characters, of
/// bytes and of every backend's index alike.
public record Key(String text) implements Comparable<Key> {

    /// Longest key, in bytes, which are also its characters.
    public static final int BYTE_COUNT_MAX = 512;

    private static final Pattern FORM = Pattern.compile("[!-~]{1," + BYTE_COUNT_MAX + "}");

    public Key {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("not a key `" + text + "`");
        }
    }

    @Override
    public int compareTo(Key other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
