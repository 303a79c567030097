package dev.cordon.cli.vector.form;

import dev.cordon.model.policy.Profile;
import dev.cordon.model.policy.Profile.ChangePolicy;
import dev.cordon.model.policy.Profile.IntraEgress;
import dev.cordon.model.policy.Profile.Isolation;
import dev.cordon.model.policy.Profile.TcpPickup;
import dev.cordon.wire.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A profile as vector files define it. What is left out is as in the default.
public final class ProfileForm {

    private ProfileForm() {}

    static Profile read(JsonNode profile) {
        return new Profile(
                intraEgress(profile.path("intraEgress").asString("FIRST")),
                profile.path("isolationFirst").asBoolean(false) ? Isolation.FIRST : Isolation.LOWEST,
                profile.path("revalidate").asBoolean(true) ? ChangePolicy.REVALIDATE : ChangePolicy.KEEP_SESSIONS,
                profile.path("strictPickup").asBoolean(false) ? TcpPickup.STRICT : TcpPickup.LOOSE);
    }

    private static IntraEgress intraEgress(String text) {
        return switch (text) {
            case "FIRST" -> IntraEgress.FIRST;
            case "CUSTOM_FIRST" -> IntraEgress.AFTER_CUSTOM;
            default -> throw new UnreadableVectorException("unknown place of intraEgress `" + text + "`");
        };
    }

    /// Returns all profiles that have a name.
    public static ObjectNode writeAll() {
        ObjectNode all = Json.object();
        Profile.names().forEach(name -> all.set(name, write(Profile.named(name).orElseThrow())));
        return all;
    }

    public static ObjectNode write(Profile profile) {
        return Json.object()
                .put("intraEgress", profile.intraEgress() == IntraEgress.FIRST ? "FIRST" : "CUSTOM_FIRST")
                .put("isolationFirst", profile.isolation() == Isolation.FIRST)
                .put("revalidate", profile.change() == ChangePolicy.REVALIDATE)
                .put("strictPickup", profile.pickup() == TcpPickup.STRICT);
    }
}
