package dev.cordon.ecs.action;

import dev.cordon.ecs.schema.Fields;
import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.policy.PrefixList;
import dev.cordon.model.policy.Rule;

/// A prefix list as descriptions show it.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-describeprefixlists DescribePrefixLists
final class PrefixListAnswer {

    private record Entry(String block, String note) {}

    private static final Fields<PrefixList> COMMON = Fields.<PrefixList>none()
            .text("PrefixListId", PrefixList::id)
            .text("PrefixListName", list -> list.details().name())
            .text("Description", list -> list.details().description())
            .text("AddressFamily", PrefixListAnswer::family)
            .number("MaxEntries", PrefixList::entryCountMax)
            .text("CreationTime", list -> LabelAnswer.minute(list.details()));

    /// What `DescribePrefixListAttributes` answers.
    static final Fields<PrefixList> ATTRIBUTES = COMMON.list(
            "Entries.Entry",
            list -> list.entries().stream()
                    .map(block -> new Entry(block.toString(), list.notes().getOrDefault(block, ""))),
            Fields.<Entry>none().text("Cidr", Entry::block).text("Description", Entry::note));

    /// What `DescribePrefixLists` shows of each.
    static final Fields<Seen<PrefixList>> FIELDS = Fields.<Seen<PrefixList>>none()
            .with(Seen::it, COMMON)
            .number("AssociationCount", PrefixListAnswer::associationCount)
            .with(seen -> seen.it().details().labels(), LabelAnswer.ECS);

    private PrefixListAnswer() {}

    static String family(PrefixList list) {
        return switch (list.family()) {
            case AddressFamily.IPV4 -> "IPv4";
            case AddressFamily.IPV6 -> "IPv6";
        };
    }

    private static long associationCount(Seen<PrefixList> seen) {
        return seen.state()
                .rulesNaming(seen.it().id())
                .map(Rule::group)
                .distinct()
                .count();
    }
}
