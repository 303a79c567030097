package dev.cordon.controlplane.command;

import java.util.Locale;

/// The names of the quotas, for those who set them.
public enum Quota {
    GROUPS_PER_ENI,
    RULE_WEIGHT_PER_ENI,
    GROUP_REFERENCES_PER_GROUP,
    ADDRESSES_PER_BASIC_GROUP,
    ENIS_PER_ADVANCED_GROUP,
    GROUPS_PER_REGION,
    PREFIX_LISTS,
    PORT_LISTS,
    GROUPS_PER_PREFIX_LIST,
    ENIS_PER_INSTANCE,
    ADDRESSES_PER_ENI;

    /// Returns the name as people write it, such as `groups-per-eni`.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
