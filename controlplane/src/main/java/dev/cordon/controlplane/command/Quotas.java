package dev.cordon.controlplane.command;

/// How much there may be of what. All of these are settings.
///
/// @param groupsPerEni security groups that one ENI may be in
/// @param ruleWeightPerEni weight of all rules, of both directions, of all groups of one ENI
/// @param groupReferencesPerGroup rules of one basic group that name a group
/// @param addressesPerBasicGroup private addresses of all ENIs in one basic group
/// @param enisPerAdvancedGroup ENIs in one advanced group
/// @param groupsPerRegion security groups in all
/// @param lists prefix lists and port lists
/// @param enis ENIs and what they have
/// @param peerReach how far the groups may be that rules name
/// @spec https://www.alibabacloud.com/help/doc-detail/25412.htm Limits
public record Quotas(
        int groupsPerEni,
        int ruleWeightPerEni,
        int groupReferencesPerGroup,
        int addressesPerBasicGroup,
        int enisPerAdvancedGroup,
        int groupsPerRegion,
        Lists lists,
        Enis enis,
        PeerReach peerReach) {

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
                        countMax,
                        lists,
                        enis,
                        peerReach);
            case PREFIX_LISTS -> with(new Lists(countMax, lists.portLists(), lists.groupsPerPrefixList()));
            case PORT_LISTS -> with(new Lists(lists.prefixLists(), countMax, lists.groupsPerPrefixList()));
            case GROUPS_PER_PREFIX_LIST -> with(new Lists(lists.prefixLists(), lists.portLists(), countMax));
            case ENIS_PER_INSTANCE -> with(new Enis(countMax, enis.addressesPerEni()));
            case ADDRESSES_PER_ENI -> with(new Enis(enis.perInstance(), countMax));
        };
    }

    private Quotas withEni(int groups, int ruleWeight) {
        return new Quotas(
                groups,
                ruleWeight,
                groupReferencesPerGroup,
                addressesPerBasicGroup,
                enisPerAdvancedGroup,
                groupsPerRegion,
                lists,
                enis,
                peerReach);
    }

    private Quotas withGroup(int references, int addresses, int members) {
        return new Quotas(
                groupsPerEni,
                ruleWeightPerEni,
                references,
                addresses,
                members,
                groupsPerRegion,
                lists,
                enis,
                peerReach);
    }

    /// Quotas of groups, with the default ones of lists and ENIs.
    public Quotas(
            int groupsPerEni,
            int ruleWeightPerEni,
            int groupReferencesPerGroup,
            int addressesPerBasicGroup,
            int enisPerAdvancedGroup,
            int groupsPerRegion) {
        this(
                groupsPerEni,
                ruleWeightPerEni,
                groupReferencesPerGroup,
                addressesPerBasicGroup,
                enisPerAdvancedGroup,
                groupsPerRegion,
                Lists.DEFAULT,
                Enis.DEFAULT,
                PeerReach.SAME_VPC);
    }

    /// How much there may be of lists.
    ///
    /// @param prefixLists in all
    /// @param portLists in all
    /// @param groupsPerPrefixList groups whose rules name one prefix list
    /// @spec https://www.alibabacloud.com/help/en/ecs/user-guide/prefix-lists Limits
    public record Lists(int prefixLists, int portLists, int groupsPerPrefixList) {

        public static final int PREFIX_LISTS_PER_REGION_MAX = 100;
        public static final int PORT_LISTS_PER_REGION_MAX = 100;
        public static final int GROUPS_PER_PREFIX_LIST_MAX = 1_000;
        public static final Lists DEFAULT =
                new Lists(PREFIX_LISTS_PER_REGION_MAX, PORT_LISTS_PER_REGION_MAX, GROUPS_PER_PREFIX_LIST_MAX);
    }

    /// How much there may be of ENIs. The service has a number for each type of instance; types
    /// mean nothing here, so there is one for all.
    ///
    /// @param perInstance the primary one counts too
    /// @param addressesPerEni of one family; a prefix counts as one
    /// @spec https://www.alibabacloud.com/help/en/ecs/user-guide/overview-of-instance-families
    /// Instance families
    public record Enis(int perInstance, int addressesPerEni) {

        public static final int PER_INSTANCE_MAX = 15;
        public static final int ADDRESSES_PER_ENI_MAX = 50;
        public static final Enis DEFAULT = new Enis(PER_INSTANCE_MAX, ADDRESSES_PER_ENI_MAX);
    }

    /// Returns these quotas with other ones of lists.
    public Quotas with(Lists changed) {
        return new Quotas(
                groupsPerEni,
                ruleWeightPerEni,
                groupReferencesPerGroup,
                addressesPerBasicGroup,
                enisPerAdvancedGroup,
                groupsPerRegion,
                changed,
                enis,
                peerReach);
    }

    /// Returns these quotas with other ones of ENIs.
    public Quotas with(Enis changed) {
        return new Quotas(
                groupsPerEni,
                ruleWeightPerEni,
                groupReferencesPerGroup,
                addressesPerBasicGroup,
                enisPerAdvancedGroup,
                groupsPerRegion,
                lists,
                changed,
                peerReach);
    }

    /// Returns these quotas with another reach of rules.
    public Quotas with(PeerReach changed) {
        return new Quotas(
                groupsPerEni,
                ruleWeightPerEni,
                groupReferencesPerGroup,
                addressesPerBasicGroup,
                enisPerAdvancedGroup,
                groupsPerRegion,
                lists,
                enis,
                changed);
    }

    /// Returns these quotas with another capacity of a group, whatever its type.
    ///
    /// @param countMax addresses in a basic group, ENIs in an advanced one
    public Quotas withGroupCapacity(int countMax) {
        return new Quotas(
                groupsPerEni,
                ruleWeightPerEni,
                groupReferencesPerGroup,
                countMax,
                countMax,
                groupsPerRegion,
                lists,
                enis,
                peerReach);
    }
}
