package dev.cordon.engine.table;

import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.policy.Smtp;
import dev.cordon.model.policy.VpcId;
import java.util.List;

/// What makes ENIs alike for policy: they are in the same groups of the same VPC, and may or may
/// not send mail.
record Likeness(VpcId vpc, Smtp smtp, List<SecurityGroupId> groups) implements Comparable<Likeness> {

    Likeness {
        groups = List.copyOf(groups);
    }

    static Likeness of(Eni eni) {
        return new Likeness(eni.vpc(), eni.settings().smtp(), eni.groups());
    }

    @Override
    public int compareTo(Likeness other) {
        int byVpc = vpc.compareTo(other.vpc);
        if (byVpc != 0) {
            return byVpc;
        }
        int bySmtp = smtp.compareTo(other.smtp);
        if (bySmtp != 0) {
            return bySmtp;
        }
        for (int i = 0; i < Math.min(groups.size(), other.groups.size()); i++) {
            int byGroup = groups.get(i).compareTo(other.groups.get(i));
            if (byGroup != 0) {
                return byGroup;
            }
        }
        return Integer.compare(groups.size(), other.groups.size());
    }
}
