package dev.cordon.controlplane.command;

/// How much there may be of what. All of these are settings.
///
/// @param groupsPerEni security groups that one ENI may be in
/// @param ruleWeightPerEni weight of all rules, of both directions, of all groups of one ENI
/// @param groupReferencesPerGroup rules of one basic group that name a group
/// @param addressesPerBasicGroup private addresses of all ENIs in one basic group
/// @param enisPerAdvancedGroup ENIs in one advanced group
/// @param groupsPerRegion security groups in all
/// @spec https://www.alibabacloud.com/help/doc-detail/25412.htm Limits
public record Quotas(
        int groupsPerEni,
        int ruleWeightPerEni,
        int groupReferencesPerGroup,
        int addressesPerBasicGroup,
        int enisPerAdvancedGroup,
        int groupsPerRegion) {

    /// @spec https://www.alibabacloud.com/help/en/ecs/user-guide/security-group-rules Groups and
    /// rules of one ENI
    public static final int GROUPS_PER_ENI_MAX = 10;

    /// @spec https://www.alibabacloud.com/help/en/ecs/user-guide/security-group-rules Groups and
    /// rules of one ENI
    public static final int RULE_WEIGHT_PER_ENI_MAX = 1_000;

    /// @spec https://help.aliyun.com/document_detail/120621.html Rules that name groups
    public static final int GROUP_REFERENCES_PER_GROUP_MAX = 20;

    /// @spec https://help.aliyun.com/document_detail/120621.html
    /// q_vpc-normal-security-group-ip-count
    public static final int ADDRESSES_PER_BASIC_GROUP_MAX = 6_000;

    /// @spec https://help.aliyun.com/document_detail/120621.html Capacity of advanced groups
    public static final int ENIS_PER_ADVANCED_GROUP_MAX = 65_536;

    /// The service starts at 100 and raises it on request; here there is nobody to ask.
    ///
    /// @spec https://www.alibabacloud.com/help/doc-detail/25412.htm q_security-groups
    public static final int GROUPS_PER_REGION_MAX = 10_000;

    public static final Quotas DEFAULT = new Quotas(
            GROUPS_PER_ENI_MAX,
            RULE_WEIGHT_PER_ENI_MAX,
            GROUP_REFERENCES_PER_GROUP_MAX,
            ADDRESSES_PER_BASIC_GROUP_MAX,
            ENIS_PER_ADVANCED_GROUP_MAX,
            GROUPS_PER_REGION_MAX);

    /// Returns these quotas with another value for one of them.
    public Quotas with(Quota quota, int countMax) {
        if (countMax < 1) {
            throw new IllegalArgumentException("not a quota of at least 1 `" + countMax + "`");
        }
        return switch (quota) {
            case GROUPS_PER_ENI -> withEni(countMax, ruleWeightPerEni);
            case RULE_WEIGHT_PER_ENI -> withEni(groupsPerEni, countMax);
            case GROUP_REFERENCES_PER_GROUP -> withGroup(countMax, addressesPerBasicGroup, enisPerAdvancedGroup);
            case ADDRESSES_PER_BASIC_GROUP -> withGroup(groupReferencesPerGroup, countMax, enisPerAdvancedGroup);
            case ENIS_PER_ADVANCED_GROUP -> withGroup(groupReferencesPerGroup, addressesPerBasicGroup, countMax);
            case GROUPS_PER_REGION ->
                new Quotas(
                        groupsPerEni,
                        ruleWeightPerEni,
                        groupReferencesPerGroup,
                        addressesPerBasicGroup,
                        enisPerAdvancedGroup,
                        countMax);
        };
    }

    private Quotas withEni(int groups, int ruleWeight) {
        return new Quotas(
                groups,
                ruleWeight,
                groupReferencesPerGroup,
                addressesPerBasicGroup,
                enisPerAdvancedGroup,
                groupsPerRegion);
    }

    private Quotas withGroup(int references, int addresses, int enis) {
        return new Quotas(groupsPerEni, ruleWeightPerEni, references, addresses, enis, groupsPerRegion);
    }

    /// Returns these quotas with another capacity of a group, whatever its type.
    ///
    /// @param countMax addresses in a basic group, ENIs in an advanced one
    public Quotas withGroupCapacity(int countMax) {
        return new Quotas(groupsPerEni, ruleWeightPerEni, groupReferencesPerGroup, countMax, countMax, groupsPerRegion);
    }
}
