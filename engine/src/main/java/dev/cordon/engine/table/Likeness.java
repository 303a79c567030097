package dev.cordon.engine.table;

import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.policy.Smtp;
import dev.cordon.model.policy.VpcId;
import java.util.List;
import java.util.Objects;

/// What makes ENIs alike for policy: they are in the same groups of the same VPC, and may or may
/// not send mail.
///
/// Implementation note: every ENI that is put or moved is looked up by this, so it is ordered by a
/// hash that is made once. What follows the hash only settles which of two equal ones comes first.
final class Likeness implements Comparable<Likeness> {

    private final VpcId vpc;
    private final Smtp smtp;
    private final List<SecurityGroupId> groups;
    private final int hash;

    Likeness(VpcId vpc, Smtp smtp, List<SecurityGroupId> groups) {
        this.vpc = vpc;
        this.smtp = smtp;
        this.groups = List.copyOf(groups);
        this.hash = Objects.hash(vpc, smtp, this.groups);
    }

    static Likeness of(Eni eni) {
        return new Likeness(eni.vpc(), eni.settings().smtp(), eni.groups());
    }

    VpcId vpc() {
        return vpc;
    }

    Smtp smtp() {
        return smtp;
    }

    List<SecurityGroupId> groups() {
        return groups;
    }

    @Override
    public int compareTo(Likeness other) {
        int byHash = Integer.compare(hash, other.hash);
        return byHash != 0 ? byHash : compareContent(other);
    }

    private int compareContent(Likeness other) {
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

    @Override
    public boolean equals(Object other) {
        return other instanceof Likeness that && compareTo(that) == 0;
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return vpc + " " + smtp + " " + groups;
    }
}
