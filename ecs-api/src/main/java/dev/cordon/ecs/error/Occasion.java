package dev.cordon.ecs.error;

import dev.cordon.controlplane.command.Command;
import dev.cordon.controlplane.command.Member;
import dev.cordon.model.policy.Direction;

/// What a command was about, where ECS has several codes for one thing that is wrong.
enum Occasion {
    INGRESS_RULES,
    EGRESS_RULES,
    INSTANCE_MEMBERSHIP,
    ENI_MEMBERSHIP,
    INSTANCE_EDIT,
    ENI_EDIT,
    ENI_ATTACHMENT,
    ENI_ADDRESSES,
    NEW_INSTANCE,
    NEW_ENI,
    OTHER;

    static Occasion of(Command command) {
        return switch (command) {
            case Command.AuthorizeRules authorize -> of(authorize.direction());
            case Command.ReplaceRule replace -> of(replace.expected().direction());
            case Command.RevokeRules revoke -> of(revoke.direction());
            case Command.AttachGroup attach -> of(attach.member());
            case Command.DetachGroup detach -> of(detach.member());
            case Command.RunInstances run -> NEW_INSTANCE;
            case Command.CreateEni create -> NEW_ENI;
            case Command.ModifyEni modify -> ENI_EDIT;
            case Command.AttachEni attach -> ENI_ATTACHMENT;
            case Command.DetachEni detach -> ENI_ATTACHMENT;
            case Command.AssignAddresses assign -> ENI_ADDRESSES;
            case Command.UnassignAddresses unassign -> ENI_ADDRESSES;
            case Command.CreateInstance create -> NEW_INSTANCE;
            case Command.ModifyInstance modify -> INSTANCE_EDIT;
            case Command.SetPower set -> OTHER;
            case Command.DeleteInstances delete -> OTHER;
            case Command.Relabel relabel -> OTHER;
            case Command.ModifyVpc modify -> OTHER;
            case Command.ModifyVSwitch modify -> OTHER;
            case Command.CreateVpc create -> OTHER;
            case Command.DeleteVpc delete -> OTHER;
            case Command.CreateVSwitch create -> OTHER;
            case Command.DeleteVSwitch delete -> OTHER;
            case Command.CreatePrefixList create -> OTHER;
            case Command.ModifyPrefixList modify -> OTHER;
            case Command.DeletePrefixList delete -> OTHER;
            case Command.CreatePortList create -> OTHER;
            case Command.ModifyPortList modify -> OTHER;
            case Command.DeletePortList delete -> OTHER;
            case Command.CreateGroup create -> OTHER;
            case Command.ModifyGroup modify -> OTHER;
            case Command.DeleteGroup delete -> OTHER;
            case Command.SetIntraGroupPolicy set -> OTHER;
            case Command.DeleteInstance delete -> OTHER;
            case Command.DeleteEni delete -> OTHER;
        };
    }

    private static Occasion of(Direction direction) {
        return switch (direction) {
            case INGRESS -> INGRESS_RULES;
            case EGRESS -> EGRESS_RULES;
        };
    }

    private static Occasion of(Member member) {
        return switch (member) {
            case Member.OfInstance instance -> INSTANCE_MEMBERSHIP;
            case Member.OfEni eni -> ENI_MEMBERSHIP;
        };
    }
}
