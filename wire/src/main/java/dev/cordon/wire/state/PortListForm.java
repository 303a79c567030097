package dev.cordon.wire.state;

import dev.cordon.model.policy.PortList;
import dev.cordon.model.policy.PortListId;
import dev.cordon.wire.shape.Fields;
import dev.cordon.wire.shape.Shape;
import dev.cordon.wire.shape.Values;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/// The fields of a port list.
final class PortListForm {

    static final Shape<PortListId> ID = Values.id(PortListId::new);

    private PortListForm() {}

    static void append(ObjectNode to, PortList list) {
        to.put("id", list.id().value()).put("entryCountMax", list.entryCountMax());
        var entries = to.putArray("entries");
        list.entries().forEach(ports -> entries.add(Values.text(ports)));
        Pairs.append(to, "notes", list.notes(), Values::text);
        DetailsForm.append(to, list.details());
    }

    static Supplier<PortList> take(Fields in) {
        var id = in.take("id", ID);
        var entryCountMax = in.take("entryCountMax", Values.number(0, Integer.MAX_VALUE));
        var entries = in.take("entries", Shape.listOf(Values.PORTS));
        var notes = in.takeOr("notes", Pairs.of(Values.PORTS), Map.of());
        var details = DetailsForm.take(in);
        return () -> new PortList(id.get(), entryCountMax.get(), entries.get(), notes.get(), details.get());
    }
}
