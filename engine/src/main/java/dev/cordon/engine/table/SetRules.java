package dev.cordon.engine.table;

/// What the groups of a set say in one direction, in one array of numbers: where in it is what.
///
/// All that can decide is an entry, in evaluation order: sharing a group, the rules, and last the
/// default. Entries are bits, 63 to a word; each run of services has a mask of those that it
/// satisfies, and of these only the peer is left to look at. A flow is decided by the first entry
/// of its mask that matches. The last bit of a word always matches: it is the default, or says that
/// the next word goes on.
///
/// The array begins with the head, and the head of the first word; then come a byte for each run,
/// which says which mask it has, the heads of further words, the masks, the entries, the blocks of
/// IPv6, and [Specials].
///
/// | bits | head | behind the head |
/// |---|---|---|
/// | 0–3 | number of words | number of the VPC |
/// | 4–7 | kinds, [#DEPENDENT] | |
/// | 8–23 | place of the masks | |
/// | 24–39 | place of the entries | 32–47: place of specials |
/// | 40–55 | number of runs that were known | 48–63: number of specials |
///
/// An entry is two longs:
///
/// | bits | first | second |
/// |---|---|---|
/// | 0–5 | the [code][SetLines#code] of | how many of the last bits of the address may differ |
/// | 6 | the group that the peer | [#SHARES] |
/// | 8–23 | is to be in; 0 for any | place of the block of IPv6 |
/// | 32–63 | first address of a block of IPv4 | number of the verdict |
final class SetRules {

    /// Entries that fit, besides the default.
    static final int ENTRY_COUNT_MAX = 252;

    /// Masks that a byte tells apart.
    static final int MASK_COUNT_MAX = 256;

    static final int ENTRIES_OF_WORD = 63;

    /// Heads of another kind: nobody has asked yet, there is a [RuleTable], clauses are walked.
    static final long[] UNMADE = {0};

    static final long[] IN_TABLE = {1L << 4};
    static final long[] WALKED = {2L << 4};

    private static final int HEAD = 0;
    private static final int WORD_COUNT_MASK = 0xf;

    /// In the head: what it means to share a group depends on the other groups.
    static final int DEPENDENT = 1 << 7;

    static final int MASKS_SHIFT = 8;
    static final int ENTRIES_SHIFT = 24;
    static final int RUNS_SHIFT = 40;
    static final int PLACE_MASK = 0xffff;

    private static final int SPACE = 1;
    static final int SPECIALS_SHIFT = 32;
    static final int SPECIAL_COUNT_SHIFT = 48;

    /// The head of a word: the entries that are special, and those of each family.
    static final int SPECIAL = 0;

    static final int FAMILY = 1;
    static final int HEAD_OF_WORD = 3;
    static final int FIRST_WORD = 2;

    /// Where the bytes of runs begin.
    static final int MAP = FIRST_WORD + HEAD_OF_WORD;

    static final int ENTRY_LENGTH = 2;

    /// In the second long of an entry: the group is one of the set's own, and it connects.
    static final int SHARES = 1 << 6;

    static final int BLOCK_SHIFT = 8;
    static final int VERDICT_SHIFT = 32;

    private SetRules() {}

    static boolean isUnmade(long[] rules) {
        return rules[HEAD] == UNMADE[HEAD];
    }

    static boolean isInTable(long[] rules) {
        return rules[HEAD] == IN_TABLE[HEAD];
    }

    static boolean isWalked(long[] rules) {
        return rules[HEAD] == WALKED[HEAD];
    }

    /// Tells whether the entries are here, and sharing a group means what it says.
    static boolean isPlain(long[] rules) {
        return wordCount(rules) != 0 && !isDependent(rules);
    }

    static boolean isDependent(long[] rules) {
        return (rules[HEAD] & DEPENDENT) != 0;
    }

    static int wordCount(long[] rules) {
        return (int) rules[HEAD] & WORD_COUNT_MASK;
    }

    static int space(long[] rules) {
        return (int) rules[SPACE];
    }

    /// Returns the number of service runs that there were.
    static int runCount(long[] rules) {
        return (int) (rules[HEAD] >>> RUNS_SHIFT) & PLACE_MASK;
    }

    /// Returns the place of the masks of a run.
    static int masks(long[] rules, int run) {
        int number = (int) (rules[MAP + (run >>> 3)] >>> (run << 3)) & 0xff;
        return ((int) (rules[HEAD] >>> MASKS_SHIFT) & PLACE_MASK) + number * wordCount(rules);
    }

    /// Returns the place of the head of a word.
    static int word(long[] rules, int word) {
        return word == 0 ? FIRST_WORD : MAP + mapLength(runCount(rules)) + (word - 1) * HEAD_OF_WORD;
    }

    static int mapLength(int runCount) {
        return runCount + 7 >>> 3;
    }

    /// Returns the place of the entries of a word.
    static int entries(long[] rules, int word) {
        return ((int) (rules[HEAD] >>> ENTRIES_SHIFT) & PLACE_MASK) + (word << 7);
    }

    static int verdict(long[] rules, int entry) {
        return (int) (rules[entry + 1] >>> VERDICT_SHIFT);
    }

    static int specials(long[] rules) {
        return (int) (rules[SPACE] >>> SPECIALS_SHIFT) & PLACE_MASK;
    }

    static int specialCount(long[] rules) {
        return (int) (rules[SPACE] >>> SPECIAL_COUNT_SHIFT);
    }
}
