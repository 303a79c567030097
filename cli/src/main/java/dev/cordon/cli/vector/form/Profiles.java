package dev.cordon.cli.vector.form;

import dev.cordon.model.policy.Profile;
import dev.cordon.model.policy.Profile.ChangePolicy;
import dev.cordon.model.policy.Profile.IntraEgress;
import dev.cordon.model.policy.Profile.Isolation;
import dev.cordon.model.policy.Profile.TcpPickup;
import tools.jackson.databind.JsonNode;

/// The profiles that a vector file defines; what it does not define is one of ours.
public final class Profiles {

    public static final String DEFAULT = "aliyun-default";

    private final JsonNode profiles;

    public Profiles(JsonNode profiles) {
        this.profiles = profiles;
    }

    public Profile get(String name) {
        if (!profiles.has(name)) {
            return Profile.named(name)
                    .orElseThrow(() -> new UnreadableVectorException("unknown profile `" + name + "`"));
        }
        JsonNode profile = profiles.get(name);
        return new Profile(
                profile.path("intraEgress").asString("FIRST").equals("FIRST")
                        ? IntraEgress.FIRST
                        : IntraEgress.AFTER_CUSTOM,
                profile.path("isolationFirst").asBoolean(false) ? Isolation.FIRST : Isolation.LOWEST,
                profile.path("revalidate").asBoolean(true) ? ChangePolicy.REVALIDATE : ChangePolicy.KEEP_SESSIONS,
                profile.path("strictPickup").asBoolean(false) ? TcpPickup.STRICT : TcpPickup.LOOSE);
    }
}
