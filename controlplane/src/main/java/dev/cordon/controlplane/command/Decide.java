package dev.cordon.controlplane.command;

import dev.cordon.model.state.PolicyState;

/// Says what a command would change. Changes nothing.
public final class Decide {

    private Decide() {}

    /// Decides for an account that is alone.
    public static Decision decide(Command command, PolicyState state, Quotas quotas) {
        return decide(command, Sight.of(state), quotas);
    }

    /// Returns the changes and the answer, or the first thing that speaks against them.
    ///
    /// The same command and state give the same decision. The changes, applied in their order, keep
    /// the state free of references that lead nowhere.
    public static Decision decide(Command command, Sight sight, Quotas quotas) {
        PolicyState state = sight.own();
        return switch (command) {
            case Command.CreateVpc create -> NetworkCommands.decide(create, state);
            case Command.DeleteVpc delete -> NetworkCommands.decide(delete, state);
            case Command.CreateVSwitch create -> NetworkCommands.decide(create, state);
            case Command.DeleteVSwitch delete -> NetworkCommands.decide(delete, state);
            case Command.CreateGroup create -> GroupCommands.decide(create, state, quotas);
            case Command.ModifyGroup modify -> GroupCommands.decide(modify, state);
            case Command.DeleteGroup delete -> GroupCommands.decide(delete, sight);
            case Command.SetIntraGroupPolicy set -> GroupCommands.decide(set, state);
            case Command.AuthorizeRules authorize -> RuleCommands.decide(authorize, sight, quotas);
            case Command.ReplaceRule replace -> RuleReplacement.decide(replace, sight, quotas);
            case Command.RevokeRules revoke -> RuleCommands.decide(revoke, state);
            case Command.RunInstances run -> RunCommands.decide(run, state, quotas);
            case Command.CreateInstance create -> InstanceCommands.decide(create, state, quotas);
            case Command.ModifyInstance modify -> InstanceCommands.decide(modify, state, quotas);
            case Command.SetPower set -> InstanceCommands.decide(set, state);
            case Command.DeleteInstances delete -> InstanceCommands.decide(delete, state);
            case Command.DeleteInstance delete -> InstanceCommands.decide(delete, state);
            case Command.CreateEni create -> EniCommands.decide(create, state, quotas);
            case Command.ModifyEni modify -> EniCommands.decide(modify, state, quotas);
            case Command.AttachEni attach -> AttachmentCommands.decide(attach, state, quotas);
            case Command.DetachEni detach -> AttachmentCommands.decide(detach, state);
            case Command.AssignAddresses assign -> AddressCommands.decide(assign, state, quotas);
            case Command.UnassignAddresses unassign -> AddressCommands.decide(unassign, state);
            case Command.DeleteEni delete -> EniCommands.decide(delete, state);
            case Command.CreatePrefixList create -> PrefixListCommands.decide(create, state, quotas);
            case Command.ModifyPrefixList modify -> PrefixListCommands.decide(modify, state);
            case Command.DeletePrefixList delete -> PrefixListCommands.decide(delete, state);
            case Command.CreatePortList create -> PortListCommands.decide(create, state, quotas);
            case Command.ModifyPortList modify -> PortListCommands.decide(modify, state);
            case Command.DeletePortList delete -> PortListCommands.decide(delete, state);
            case Command.Relabel relabel -> LabelCommands.decide(relabel, state);
            case Command.ModifyVpc modify -> NetworkCommands.decide(modify, state);
            case Command.ModifyVSwitch modify -> NetworkCommands.decide(modify, state);
            case Command.AttachGroup attach -> MemberCommands.decide(attach, state, quotas);
            case Command.DetachGroup detach -> MemberCommands.decide(detach, state);
        };
    }
}
