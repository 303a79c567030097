package dev.cordon.model.policy;

/// A rule's rank: 1 is the highest, 100 the lowest.
///
/// The number runs against the word, so nothing outside this type compares the number. 110 stands
/// in default groups made before 2020-05-27; it is tolerated in stored data and sorts last.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-authorizesecuritygroup AuthorizeSecurityGroup
public record Priority(int number) implements Comparable<Priority> {

    public static final Priority HIGHEST = new Priority(1);
    public static final Priority LOWEST = new Priority(100);
    public static final Priority LEGACY = new Priority(110);

    public Priority {
        boolean written = 1 <= number && number <= 100;
        if (!written && number != 110) {
            throw new IllegalArgumentException("not a priority `" + number + "`");
        }
    }

    /// The one that is evaluated first comes first.
    @Override
    public int compareTo(Priority other) {
        return Integer.compare(number, other.number);
    }
}
