package dev.cordon.model.policy;

/// A set of ENIs with rules and an intra-group policy.
///
/// The rules are objects of their own, so that one rule can change without its group. The
/// intra-group policy of an advanced group is isolated; stored data that says otherwise is ignored.
public record SecurityGroup(
        SecurityGroupId id,
        VpcId vpc,
        GroupType type,
        IntraGroupPolicy intraGroupPolicy,
        Management management,
        Details details)
        implements Described {

    /// Tells whether sharing this group connects ENIs.
    public boolean interconnects() {
        return type == GroupType.BASIC && intraGroupPolicy == IntraGroupPolicy.INTERCONNECTED;
    }

    @Override
    public SecurityGroup with(Details changed) {
        return new SecurityGroup(id, vpc, type, intraGroupPolicy, management, changed);
    }

    public SecurityGroup with(IntraGroupPolicy policy) {
        return new SecurityGroup(id, vpc, type, policy, management, details);
    }
}
