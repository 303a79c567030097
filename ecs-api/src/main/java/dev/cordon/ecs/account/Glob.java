package dev.cordon.ecs.account;

/// Patterns in which `*` stands for any text and `?` for any one character.
final class Glob {

    private Glob() {}

    /// Tells whether a text is one that a pattern stands for.
    ///
    /// Goes back to the last `*` alone, so the time is at most the product of both lengths.
    static boolean fits(String pattern, String text) {
        int p = 0;
        int t = 0;
        int star = -1;
        int resume = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = t;
            } else if (p < pattern.length() && (pattern.charAt(p) == '?' || pattern.charAt(p) == text.charAt(t))) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++resume;
            } else {
                return false;
            }
        }
        return pattern.substring(p).chars().allMatch(c -> c == '*');
    }
}
