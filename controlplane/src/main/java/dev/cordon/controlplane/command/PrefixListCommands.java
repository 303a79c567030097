package dev.cordon.controlplane.command;

import dev.cordon.controlplane.command.ListRejection.EntryFamilyMismatch;
import dev.cordon.controlplane.command.ListRejection.EntryLimit;
import dev.cordon.controlplane.command.ListRejection.ListInUse;
import dev.cordon.controlplane.command.ListRejection.PrefixListLimit;
import dev.cordon.controlplane.command.ListRejection.PrefixListNotFound;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.policy.Id;
import dev.cordon.model.policy.PrefixList;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.state.Change;
import dev.cordon.model.state.Kind;
import dev.cordon.model.state.PolicyState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Decides commands about prefix lists.
///
/// What a rule that names a list weighs never changes: it is the most entries that the list may
/// hold, and that is settled when the list is made.
final class PrefixListCommands {

    private PrefixListCommands() {}

    /// @spec https://alibabacloud.com/help/en/ecs/api-createprefixlist CreatePrefixList
    static Decision decide(Command.CreatePrefixList command, PolicyState state, Quotas quotas) {
        if (state.prefixList(command.id()).isPresent()) {
            return Decision.rejected(new Rejection.IdTaken(command.id()));
        }
        int countMax = quotas.lists().prefixLists();
        if (state.count(Kind.PREFIX_LIST) >= countMax) {
            return Decision.rejected(new PrefixListLimit(countMax));
        }
        PrefixList empty =
                new PrefixList(command.id(), command.family(), command.entryCountMax(), List.of(), command.details());
        EntriesEdit<CidrBlock> edit = new EntriesEdit<>(command.entries(), List.of());
        return changed(empty, edit, new Answer.PrefixListCreated(command.id()));
    }

    /// @spec https://alibabacloud.com/help/en/ecs/api-modifyprefixlist ModifyPrefixList
    static Decision decide(Command.ModifyPrefixList command, PolicyState state) {
        return state.prefixList(command.list())
                .map(list -> changed(
                        list.with(command.details().over(list.details())), command.entries(), new Answer.Done()))
                .orElseGet(() -> Decision.rejected(new PrefixListNotFound(command.list())));
    }

    /// @spec https://alibabacloud.com/help/en/ecs/api-deleteprefixlist DeletePrefixList
    static Decision decide(Command.DeletePrefixList command, PolicyState state) {
        if (state.prefixList(command.list()).isEmpty()) {
            return Decision.rejected(new PrefixListNotFound(command.list()));
        }
        return deleted(command.list(), state.rulesNaming(command.list()));
    }

    /// @param naming the rules that name the list
    static Decision deleted(Id list, Stream<Rule> naming) {
        List<SecurityGroupId> by = naming.map(Rule::group)
                .distinct()
                .sorted()
                .limit(Rejection.NAMED_COUNT_MAX)
                .toList();
        return by.isEmpty()
                ? Decision.accepted(new Answer.Done(), new Change.Delete(list))
                : Decision.rejected(new ListInUse(list, by));
    }

    private static Decision changed(PrefixList list, EntriesEdit<CidrBlock> edit, Answer answer) {
        Optional<CidrBlock> foreign = edit.added().keySet().stream()
                .filter(entry -> entry.family() != list.family())
                .findFirst();
        if (foreign.isPresent()) {
            return Decision.rejected(new EntryFamilyMismatch(foreign.get(), list.family()));
        }
        Entries<CidrBlock> entries = new Entries<>(list.entries(), list.notes()).after(edit);
        return entries.all().size() <= list.entryCountMax()
                ? Decision.accepted(answer, new Change.Put(list.with(entries.all(), entries.notes())))
                : Decision.rejected(new EntryLimit(list.id(), list.entryCountMax()));
    }
}
