package dev.cordon.model.state;

import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.Id;
import dev.cordon.model.policy.InstanceId;
import dev.cordon.model.policy.PortListId;
import dev.cordon.model.policy.PrefixListId;
import dev.cordon.model.policy.RuleId;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.policy.VSwitchId;
import dev.cordon.model.policy.VpcId;

/// The kinds of object in a state, in an order in which each comes after what it refers to.
public enum Kind {
    VPC,
    V_SWITCH,
    PREFIX_LIST,
    PORT_LIST,
    GROUP,
    RULE,
    INSTANCE,
    ENI;

    public static Kind of(Id id) {
        return switch (id) {
            case VpcId vpc -> VPC;
            case VSwitchId vSwitch -> V_SWITCH;
            case PrefixListId prefixList -> PREFIX_LIST;
            case PortListId portList -> PORT_LIST;
            case SecurityGroupId group -> GROUP;
            case RuleId rule -> RULE;
            case InstanceId instance -> INSTANCE;
            case EniId eni -> ENI;
        };
    }
}
