package dev.cordon.bench.kernel;

/// How much policy a host holds.
///
/// @param rules of the ENI that is measured; the last one matches. 1 or more
/// @param members of the group that rules name. 1 or more
/// @param enis on the host. 2 or more, because two take part in what is measured
/// @param scopes how many sets of rules the other ENIs have among them. 1 or more
public record PolicySize(int rules, int members, int enis, int scopes) {

    public static final int ENIS_LEAST = 2;

    public PolicySize {
        if (rules < 1 || members < 1 || enis < ENIS_LEAST || scopes < 1) {
            throw new IllegalArgumentException("too little to measure");
        }
    }

    /// Returns it in the letters of the manual.
    public String text() {
        return "R=" + rules + " M=" + members + " E=" + enis;
    }

    PolicySize withRules(int changed) {
        return new PolicySize(changed, members, enis, scopes);
    }

    PolicySize withMembers(int changed) {
        return new PolicySize(rules, changed, enis, scopes);
    }

    PolicySize withEnis(int changed) {
        return new PolicySize(rules, members, changed, scopes);
    }
}
