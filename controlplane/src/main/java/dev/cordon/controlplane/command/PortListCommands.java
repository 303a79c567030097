package dev.cordon.controlplane.command;

import dev.cordon.controlplane.command.ListRejection.EntryLimit;
import dev.cordon.controlplane.command.ListRejection.PortListLimit;
import dev.cordon.controlplane.command.ListRejection.PortListNotFound;
import dev.cordon.model.net.PortRange;
import dev.cordon.model.policy.PortList;
import dev.cordon.model.state.Change;
import dev.cordon.model.state.Kind;
import dev.cordon.model.state.PolicyState;
import java.util.List;

/// Decides commands about port lists, by the rules of prefix lists.
final class PortListCommands {

    private PortListCommands() {}

    /// @spec https://alibabacloud.com/help/en/ecs/api-createportrangelist CreatePortRangeList
    static Decision decide(Command.CreatePortList command, PolicyState state, Quotas quotas) {
        if (state.portList(command.id()).isPresent()) {
            return Decision.rejected(new Rejection.IdTaken(command.id()));
        }
        int countMax = quotas.lists().portLists();
        if (state.count(Kind.PORT_LIST) >= countMax) {
            return Decision.rejected(new PortListLimit(countMax));
        }
        PortList empty = new PortList(command.id(), command.entryCountMax(), List.of(), command.details());
        EntriesEdit<PortRange> edit = new EntriesEdit<>(command.entries(), List.of());
        return changed(empty, edit, new Answer.PortListCreated(command.id()));
    }

    /// @spec https://alibabacloud.com/help/en/ecs/api-modifyportrangelist ModifyPortRangeList
    static Decision decide(Command.ModifyPortList command, PolicyState state) {
        return state.portList(command.list())
                .map(list -> changed(
                        list.with(command.details().over(list.details())), command.entries(), new Answer.Done()))
                .orElseGet(() -> Decision.rejected(new PortListNotFound(command.list())));
    }

    /// @spec https://alibabacloud.com/help/en/ecs/api-deleteportrangelist DeletePortRangeList
    static Decision decide(Command.DeletePortList command, PolicyState state) {
        return state.portList(command.list()).isPresent()
                ? PrefixListCommands.deleted(command.list(), state.rulesNaming(command.list()))
                : Decision.rejected(new PortListNotFound(command.list()));
    }

    private static Decision changed(PortList list, EntriesEdit<PortRange> edit, Answer answer) {
        Entries<PortRange> entries = new Entries<>(list.entries(), list.notes()).after(edit);
        return entries.all().size() <= list.entryCountMax()
                ? Decision.accepted(answer, new Change.Put(list.with(entries.all(), entries.notes())))
                : Decision.rejected(new EntryLimit(list.id(), list.entryCountMax()));
    }
}
