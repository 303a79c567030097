package dev.cordon.ecs.action;

import dev.cordon.controlplane.command.Command;
import dev.cordon.controlplane.command.DetailsEdit;
import dev.cordon.controlplane.command.EntriesEdit;
import dev.cordon.ecs.error.GeneralErrors;
import dev.cordon.ecs.error.ListErrors;
import dev.cordon.ecs.error.PermissionErrors;
import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.ecs.schema.Fields;
import dev.cordon.ecs.schema.Takes;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.policy.PrefixListId;

/// Changes the entries and the texts of a prefix list. An entry that is added although it is there
/// gets the new description.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-modifyprefixlist ModifyPrefixList
record ModifyPrefixList(Desk desk) implements Operation {

    private static final Takes TAKES = Takes.of(
            "AddEntry.N.Cidr",
            "AddEntry.N.Description",
            "Description",
            "PrefixListId",
            "PrefixListName",
            "RemoveEntry.N.Cidr");

    @Override
    public Takes takes() {
        return TAKES;
    }

    @Override
    public Fields<?> answers() {
        return Answers.DONE;
    }

    @Override
    public EcsResult run(EcsRequest request, Parameters parameters) {
        PrefixListId list =
                parameters.id("PrefixListId", PrefixListId::new, PermissionErrors.prefixListNotFound("of that id"));
        DetailsEdit details = Texts.edit(
                parameters, "PrefixListName", ListErrors.malformedPrefixListName(), GeneralErrors.invalidDescription());
        EntriesEdit<CidrBlock> entries = EntryReader.BLOCKS.edit(parameters);
        return parameters.then(() -> desk.execute(request, new Command.ModifyPrefixList(list, entries, details)));
    }
}
