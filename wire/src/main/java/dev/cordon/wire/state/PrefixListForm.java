package dev.cordon.wire.state;

import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.policy.PrefixList;
import dev.cordon.model.policy.PrefixListId;
import dev.cordon.wire.shape.Fields;
import dev.cordon.wire.shape.Shape;
import dev.cordon.wire.shape.Values;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/// The fields of a prefix list.
final class PrefixListForm {

    static final Shape<PrefixListId> ID = Values.id(PrefixListId::new);

    private static final Shape<AddressFamily> ADDRESS_FAMILY = Values.word(AddressFamily.class);

    private PrefixListForm() {}

    static void append(ObjectNode to, PrefixList list) {
        to.put("id", list.id().value())
                .put("family", Values.text(list.family()))
                .put("entryCountMax", list.entryCountMax());
        var entries = to.putArray("entries");
        list.entries().forEach(block -> entries.add(block.toString()));
        Pairs.append(to, "notes", list.notes());
        DetailsForm.append(to, list.details());
    }

    static Supplier<PrefixList> take(Fields in) {
        var id = in.take("id", ID);
        var family = in.take("family", ADDRESS_FAMILY);
        var entryCountMax = in.take("entryCountMax", Values.number(0, Integer.MAX_VALUE));
        var entries = in.take("entries", Shape.listOf(Values.BLOCK));
        var notes = in.takeOr("notes", Pairs.of(Values.BLOCK), Map.of());
        var details = DetailsForm.take(in);
        return () ->
                new PrefixList(id.get(), family.get(), entryCountMax.get(), entries.get(), notes.get(), details.get());
    }
}
