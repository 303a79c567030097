package dev.cordon.model.policy;

import java.util.regex.Pattern;

/// The number of an account, which owns objects and has access keys.
public record AccountId(String value) implements Comparable<AccountId> {

    private static final Pattern FORM = Pattern.compile("[0-9]{16}");

    /// The account of the first access key. What was stored before there were accounts is its own.
    public static final AccountId ROOT = new AccountId("1000000000000001");

    public AccountId {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("not an account `" + value + "`");
        }
    }

    /// Tells whether text could be the number of an account.
    public static boolean isWellFormed(String value) {
        return FORM.matcher(value).matches();
    }

    public boolean isRoot() {
        return equals(ROOT);
    }

    @Override
    public int compareTo(AccountId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
