package dev.cordon.wire.state;

import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.Entity;
import dev.cordon.model.policy.Instance;
import dev.cordon.model.policy.PortList;
import dev.cordon.model.policy.PrefixList;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.SecurityGroup;
import dev.cordon.model.policy.VSwitch;
import dev.cordon.model.policy.Vpc;
import dev.cordon.model.state.Kind;
import dev.cordon.wire.Json;
import dev.cordon.wire.Parsed;
import dev.cordon.wire.shape.Fields;
import dev.cordon.wire.shape.Place;
import dev.cordon.wire.shape.Shape;
import dev.cordon.wire.shape.Values;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The stored form of one object of the state.
///
/// Fields are written in one order; all but the later ones must be there when read, and none may be
/// added. A later field, which came after objects had been stored without it, is written only where
/// it says something else than its absence. So an object has one text, equal texts are equal
/// objects, and what was stored before still reads. Any other change of the fields of a kind is a
/// new version.
public final class EntityForm {

    static final int VERSION = 1;

    private EntityForm() {}

    public static ObjectNode write(Entity entity) {
        ObjectNode node =
                Json.object().put("kind", KindWord.of(Kind.of(entity.id()))).put("v", VERSION);
        append(node, entity);
        return node;
    }

    public static Parsed<Entity> read(JsonNode node) {
        Place document = Place.of(node);
        return document.member("kind")
                .then(KindWord.SHAPE::read)
                .then(kind -> tagged(kind).read(document));
    }

    /// Returns the text that the store keeps.
    ///
    /// @throws IllegalStateException if it could not be read back as the same object: better here
    ///     than after the next start
    public static String print(Entity entity) {
        String text = Json.print(write(entity));
        if (!parse(text).orElseThrow().equals(entity)) {
            throw new IllegalStateException("not read back as it was written `" + text + "`");
        }
        return text;
    }

    /// Reads the text that the store keeps.
    public static Parsed<Entity> parse(String text) {
        return Json.parse(text).then(EntityForm::read);
    }

    private static Shape<Entity> tagged(Kind kind) {
        return Shape.object(in -> {
            in.take("kind", KindWord.SHAPE);
            in.take("v", Values.number(VERSION, VERSION));
            return take(kind, in);
        });
    }

    private static Supplier<? extends Entity> take(Kind kind, Fields in) {
        return switch (kind) {
            case VPC -> VpcForm.take(in);
            case V_SWITCH -> VSwitchForm.take(in);
            case PREFIX_LIST -> PrefixListForm.take(in);
            case PORT_LIST -> PortListForm.take(in);
            case GROUP -> SecurityGroupForm.take(in);
            case RULE -> RuleForm.take(in);
            case INSTANCE -> InstanceForm.take(in);
            case ENI -> EniForm.take(in);
        };
    }

    private static void append(ObjectNode to, Entity entity) {
        switch (entity) {
            case Vpc vpc -> VpcForm.append(to, vpc);
            case VSwitch vSwitch -> VSwitchForm.append(to, vSwitch);
            case PrefixList list -> PrefixListForm.append(to, list);
            case PortList list -> PortListForm.append(to, list);
            case SecurityGroup group -> SecurityGroupForm.append(to, group);
            case Rule rule -> RuleForm.append(to, rule);
            case Instance instance -> InstanceForm.append(to, instance);
            case Eni eni -> EniForm.append(to, eni);
        }
    }
}
