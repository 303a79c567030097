package dev.cordon.bench.draw;

import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.PortListId;
import dev.cordon.model.policy.PrefixListId;
import dev.cordon.model.policy.RuleId;
import dev.cordon.model.policy.SecurityGroupId;

/// Ids by index.
public final class Names {

    private Names() {}

    public static EniId eni(int index) {
        return new EniId("eni-" + index);
    }

    public static SecurityGroupId group(int index) {
        return new SecurityGroupId("sg-" + index);
    }

    /// Returns the index that a group was named after.
    public static int index(SecurityGroupId group) {
        return Integer.parseInt(group.value().substring("sg-".length()));
    }

    public static RuleId rule(int group, int position) {
        return new RuleId("sgr-" + group + "-" + position);
    }

    public static PrefixListId prefixList(int index) {
        return new PrefixListId("pl-" + index);
    }

    public static PortListId portList(int index) {
        return new PortListId("prl-" + index);
    }
}
