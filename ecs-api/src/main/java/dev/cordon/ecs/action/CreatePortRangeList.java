package dev.cordon.ecs.action;

import dev.cordon.controlplane.command.Command;
import dev.cordon.ecs.error.GeneralErrors;
import dev.cordon.ecs.error.ListErrors;
import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.ecs.schema.Fields;
import dev.cordon.ecs.schema.Takes;
import dev.cordon.model.net.PortRange;
import dev.cordon.model.policy.Details;
import java.util.Map;

/// Makes a port range list. How many entries it may hold is what a rule weighs that names it,
/// filled or not.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-createportrangelist CreatePortRangeList
record CreatePortRangeList(Desk desk) implements Operation {

    private static final Takes TAKES = Takes.of(
                    "Description", "Entry.N.PortRange", "Entry.N.Description", "MaxEntries#", "PortRangeListName")
            .and(LabelReader.PARAMETERS);

    private static final int ENTRY_COUNT_MAX = 2_000;

    @Override
    public Takes takes() {
        return TAKES;
    }

    @Override
    public Fields<?> answers() {
        return Answers.PORT_LIST;
    }

    @Override
    public EcsResult run(EcsRequest request, Parameters parameters) {
        parameters.required("PortRangeListName");
        String name = Texts.name(parameters, "PortRangeListName", ListErrors.malformedPortListName());
        String description = Texts.description(parameters, GeneralErrors.invalidDescription());

        int countMax = countMax(parameters);
        Map<PortRange, String> entries = EntryReader.PORTS.entries(parameters);
        Details details = new Details(name, description, desk.now(), LabelReader.read(parameters));
        return parameters.then(() ->
                desk.execute(request, new Command.CreatePortList(desk.ids().portList(), countMax, entries, details)));
    }

    private static int countMax(Parameters parameters) {
        parameters.required("MaxEntries");
        return parameters
                .number("MaxEntries", 1, ENTRY_COUNT_MAX, ListErrors.entryCount(ENTRY_COUNT_MAX))
                .orElse(1);
    }
}
