package dev.cordon.store;

/// Text as it is stored: UTF-8.
final class Utf8 {

    private Utf8() {}

    /// Returns the bytes that a text takes.
    ///
    /// @throws IllegalArgumentException if it has half of a surrogate pair, which UTF-8 cannot hold
    static long byteCount(String text) {
        long count = 0;
        int index = 0;
        while (index < text.length()) {
            int codePoint = text.codePointAt(index);
            if (Character.MIN_SURROGATE <= codePoint && codePoint <= Character.MAX_SURROGATE) {
                throw new IllegalArgumentException("half a surrogate pair at index `" + index + "`");
            }
            count += byteCount(codePoint);
            index += Character.charCount(codePoint);
        }
        return count;
    }

    private static int byteCount(int codePoint) {
        if (codePoint < 0x80) {
            return 1;
        }
        if (codePoint < 0x800) {
            return 2;
        }
        return codePoint < 0x1_0000 ? 3 : 4;
    }
}
