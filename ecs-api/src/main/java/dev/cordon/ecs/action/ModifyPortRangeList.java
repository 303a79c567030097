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
import dev.cordon.model.net.PortRange;
import dev.cordon.model.policy.PortListId;

/// Changes the entries and the texts of a port range list. An entry that is added although it is
/// there gets the new description.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-modifyportrangelist ModifyPortRangeList
record ModifyPortRangeList(Desk desk) implements Operation {

    private static final Takes TAKES = Takes.of(
            "AddEntry.N.PortRange",
            "AddEntry.N.Description",
            "Description",
            "PortRangeListId",
            "PortRangeListName",
            "RemoveEntry.N.PortRange");

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
        PortListId list =
                parameters.id("PortRangeListId", PortListId::new, PermissionErrors.portListNotFound("of that id"));
        DetailsEdit details = Texts.edit(
                parameters,
                "PortRangeListName",
                ListErrors.malformedPortListName(),
                GeneralErrors.invalidDescription());
        EntriesEdit<PortRange> entries = EntryReader.PORTS.edit(parameters);
        return parameters.then(() -> desk.execute(request, new Command.ModifyPortList(list, entries, details)));
    }
}
