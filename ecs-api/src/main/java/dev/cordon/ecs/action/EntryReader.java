package dev.cordon.ecs.action;

import dev.cordon.controlplane.command.EntriesEdit;
import dev.cordon.ecs.error.EcsError;
import dev.cordon.ecs.error.GeneralErrors;
import dev.cordon.ecs.error.ListErrors;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.PortRange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Reads the entries of prefix lists and port lists.
///
/// @param field what an entry is written in
/// @param parse what it means
/// @spec https://alibabacloud.com/help/en/ecs/api-createprefixlist Entry
record EntryReader<T>(String field, Function<String, Optional<T>> parse, EcsError malformed, EcsError repeated) {

    private static final int DESCRIPTION_LENGTH_MIN = 2;
    private static final int DESCRIPTION_LENGTH_MAX = 32;

    static final EntryReader<CidrBlock> BLOCKS = new EntryReader<>(
            "Cidr",
            EntryReader::block,
            ListErrors.malformedBlock("Cidr is malformed; write a block as 192.0.2.0/24, no bits behind its prefix."),
            ListErrors.repeatedBlock());

    static final EntryReader<PortRange> PORTS =
            new EntryReader<>("PortRange", RulePorts::parse, ListErrors.malformedPorts(), ListErrors.repeatedPorts());

    /// Returns note by entry, in the order of their numbers.
    Map<T, String> entries(Parameters parameters) {
        return entries(parameters, "Entry");
    }

    EntriesEdit<T> edit(Parameters parameters) {
        Map<T, String> added = entries(parameters, "AddEntry");
        Map<T, String> removed = new LinkedHashMap<>();
        parameters.nested("RemoveEntry").forEach(entry -> put(removed, entry, ""));
        if (removed.keySet().stream().anyMatch(added::containsKey)) {
            parameters.wrong(repeated);
        }
        return new EntriesEdit<>(added, List.copyOf(removed.keySet()));
    }

    private Map<T, String> entries(Parameters parameters, String list) {
        Map<T, String> entries = new LinkedHashMap<>();
        parameters.nested(list).forEach(entry -> put(entries, entry, note(entry)));
        return entries;
    }

    private void put(Map<T, String> entries, Parameters entry, String note) {
        entry.required(field);
        entry.parsed(field, parse, malformed).ifPresent(value -> {
            if (entries.containsKey(value)) {
                entry.wrong(repeated);
            }
            entries.put(value, note);
        });
    }

    private static String note(Parameters entry) {
        return entry.parsed(
                        "Description",
                        text -> Optional.of(text).filter(EntryReader::isNote),
                        GeneralErrors.invalidParameter(
                                "Entry.Description",
                                DESCRIPTION_LENGTH_MIN + " to " + DESCRIPTION_LENGTH_MAX + " characters"))
                .orElse("");
    }

    private static boolean isNote(String text) {
        return DESCRIPTION_LENGTH_MIN <= text.length() && text.length() <= DESCRIPTION_LENGTH_MAX;
    }

    /// A block of a list has no bits behind its prefix, unlike that of a rule.
    private static Optional<CidrBlock> block(String text) {
        String address = text.replaceFirst("/.*", "");
        return CidrBlock.parse(text).filter(block -> IpAddress.parse(address).equals(Optional.of(block.first())));
    }
}
