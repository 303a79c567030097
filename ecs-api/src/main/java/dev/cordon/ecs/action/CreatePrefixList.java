package dev.cordon.ecs.action;

import dev.cordon.controlplane.command.Command;
import dev.cordon.ecs.error.GeneralErrors;
import dev.cordon.ecs.error.ListErrors;
import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.ecs.schema.Fields;
import dev.cordon.ecs.schema.Takes;
import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.policy.Details;
import java.util.Map;
import java.util.Optional;

/// Makes a prefix list. How many entries it may hold is what a rule weighs that names it, filled
/// or not.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-createprefixlist CreatePrefixList
record CreatePrefixList(Desk desk) implements Operation {

    private static final Takes TAKES = Takes.of(
                    "AddressFamily",
                    "Description",
                    "Entry.N.Cidr",
                    "Entry.N.Description",
                    "MaxEntries#",
                    "PrefixListName")
            .and(LabelReader.PARAMETERS);

    private static final int ENTRY_COUNT_MAX = 200;
    private static final Map<String, AddressFamily> FAMILIES =
            Map.of("IPv4", AddressFamily.IPV4, "IPv6", AddressFamily.IPV6);

    @Override
    public Takes takes() {
        return TAKES;
    }

    @Override
    public Fields<?> answers() {
        return Answers.PREFIX_LIST;
    }

    @Override
    public EcsResult run(EcsRequest request, Parameters parameters) {
        parameters.required("PrefixListName");
        String name = Texts.name(parameters, "PrefixListName", ListErrors.malformedPrefixListName());
        String description = Texts.description(parameters, GeneralErrors.invalidDescription());
        AddressFamily family = family(parameters);
        int countMax = countMax(parameters);
        Map<CidrBlock, String> entries = EntryReader.BLOCKS.entries(parameters);
        Details details = new Details(name, description, desk.now(), LabelReader.read(parameters));
        return parameters.then(() -> desk.execute(
                request, new Command.CreatePrefixList(desk.ids().prefixList(), family, countMax, entries, details)));
    }

    private static AddressFamily family(Parameters parameters) {
        parameters.required("AddressFamily");
        return parameters
                .parsed("AddressFamily", text -> Optional.ofNullable(FAMILIES.get(text)), ListErrors.unknownFamily())
                .orElse(AddressFamily.IPV4);
    }

    private static int countMax(Parameters parameters) {
        parameters.required("MaxEntries");
        return parameters
                .number("MaxEntries", 1, ENTRY_COUNT_MAX, ListErrors.entryCount(ENTRY_COUNT_MAX))
                .orElse(1);
    }
}
