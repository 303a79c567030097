package dev.cordon.ecs.action;

import dev.cordon.ecs.schema.Fields;
import dev.cordon.model.policy.PortList;
import dev.cordon.model.policy.Rule;

/// A port range list as descriptions show it. Lists within these answers have no wrapper.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-describeportrangelists DescribePortRangeLists
final class PortListAnswer {

    private record Entry(String ports, String note) {}

    /// What `DescribePortRangeListEntries` answers.
    static final Fields<PortList> ENTRIES = Fields.<PortList>none()
            .list(
                    "Entries",
                    list -> list.entries().stream()
                            .map(ports ->
                                    new Entry(ports.toString(), list.notes().getOrDefault(ports, ""))),
                    Fields.<Entry>none().text("PortRange", Entry::ports).text("Description", Entry::note));

    /// What `DescribePortRangeLists` shows of each.
    static final Fields<Seen<PortList>> FIELDS = Fields.<Seen<PortList>>none()
            .text("PortRangeListId", seen -> seen.it().id())
            .text("PortRangeListName", seen -> seen.it().details().name())
            .text("Description", seen -> seen.it().details().description())
            .number("MaxEntries", seen -> seen.it().entryCountMax())
            .number("AssociationCount", PortListAnswer::associationCount)
            .text("CreationTime", seen -> LabelAnswer.minute(seen.it().details()))
            .with(seen -> seen.it().details().labels(), LabelAnswer.FLAT);

    private PortListAnswer() {}

    private static long associationCount(Seen<PortList> seen) {
        return seen.state()
                .rulesNaming(seen.it().id())
                .map(Rule::group)
                .distinct()
                .count();
    }
}
