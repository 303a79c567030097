package dev.cordon.wire.state;

import dev.cordon.model.policy.Attachment;
import dev.cordon.model.policy.Attachment.Attached;
import dev.cordon.model.policy.Attachment.Detached;
import dev.cordon.model.policy.Attachment.Role;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.EniAddresses;
import dev.cordon.model.policy.EniId;
import dev.cordon.wire.Json;
import dev.cordon.wire.shape.Fields;
import dev.cordon.wire.shape.Shape;
import dev.cordon.wire.shape.Values;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// The fields of an ENI.
final class EniForm {

    private static final String DETACHED = "detached";

    private static final Shape<EniId> ID = Values.id(EniId::new);

    private static final Shape<Attachment> ATTACHMENT = Shape.textOr(
            Values.canonical("`detached`", text -> Optional.of(new Detached()), detached -> DETACHED),
            Shape.object(EniForm::takeAttached));

    private static final Shape<EniAddresses> ADDRESSES = Shape.object(EniForm::takeAddresses);

    private static final Shape<Role> ROLE = Values.word(Role.class);

    private EniForm() {}

    static void append(ObjectNode to, Eni eni) {
        to.put("id", eni.id().value())
                .put("vpc", eni.vpc().value())
                .put("vSwitch", eni.vSwitch().value());
        to.set("attachment", node(eni.attachment()));
        to.set("addresses", node(eni.addresses()));
        appendTexts(to, "groups", eni.groups());
        EniSettingsForm.append(to, eni.settings());
        DetailsForm.append(to, eni.details());
    }

    static Supplier<Eni> take(Fields in) {
        var id = in.take("id", ID);
        var vpc = in.take("vpc", VpcForm.ID);
        var vSwitch = in.take("vSwitch", VSwitchForm.ID);
        var attachment = in.take("attachment", ATTACHMENT);
        var addresses = in.take("addresses", ADDRESSES);
        var groups = in.take("groups", Shape.listOf(SecurityGroupForm.ID));
        var settings = EniSettingsForm.take(in);
        var details = DetailsForm.take(in);
        return () -> new Eni(
                id.get(),
                vpc.get(),
                vSwitch.get(),
                attachment.get(),
                addresses.get(),
                groups.get(),
                settings.get(),
                details.get());
    }

    private static JsonNode node(Attachment attachment) {
        return switch (attachment) {
            case Detached() -> StringNode.valueOf(DETACHED);
            case Attached(var instance, var role) ->
                Json.object().put("instance", instance.value()).put("role", Values.text(role));
        };
    }

    private static Supplier<Attachment> takeAttached(Fields in) {
        var instance = in.take("instance", InstanceForm.ID);
        var role = in.take("role", ROLE);
        return () -> new Attached(instance.get(), role.get());
    }

    private static JsonNode node(EniAddresses addresses) {
        ObjectNode node = Json.object().put("primary", addresses.primary().toString());
        appendTexts(node, "others", addresses.others());
        appendTexts(node, "prefixes", addresses.prefixes());
        appendTexts(node, "public", addresses.publicAddresses());
        return node;
    }

    private static Supplier<EniAddresses> takeAddresses(Fields in) {
        var primary = in.take("primary", Values.ADDRESS);
        var others = in.take("others", Shape.listOf(Values.ADDRESS));
        var prefixes = in.take("prefixes", Shape.listOf(Values.BLOCK));
        var publicAddresses = in.take("public", Shape.listOf(Values.ADDRESS));
        return () -> new EniAddresses(primary.get(), others.get(), prefixes.get(), publicAddresses.get());
    }

    private static void appendTexts(ObjectNode to, String name, List<?> values) {
        var array = to.putArray(name);
        values.forEach(value -> array.add(value.toString()));
    }
}
