package dev.cordon.cli.vector;

import dev.cordon.model.policy.Profile;
import dev.cordon.model.policy.Profile.ChangePolicy;
import dev.cordon.model.policy.Profile.IntraEgress;
import dev.cordon.model.policy.Profile.Isolation;
import tools.jackson.databind.JsonNode;

/// The profiles that a vector file defines.
final class Profiles {

    static final String DEFAULT = "aliyun-default";

    private final JsonNode profiles;

    Profiles(JsonNode profiles) {
        this.profiles = profiles;
    }

    Profile get(String name) {
        if (!profiles.has(name)) {
            if (name.equals(DEFAULT)) {
                return Profile.ALIYUN_DEFAULT;
            }
            throw new UnreadableVectorException("unknown profile `" + name + "`");
        }
        JsonNode profile = profiles.get(name);
        return new Profile(
                profile.path("intraEgress").asString("FIRST").equals("FIRST")
                        ? IntraEgress.FIRST
                        : IntraEgress.AFTER_CUSTOM,
                profile.path("isolationFirst").asBoolean(false) ? Isolation.FIRST : Isolation.LOWEST,
                profile.path("revalidate").asBoolean(true) ? ChangePolicy.REVALIDATE : ChangePolicy.KEEP_SESSIONS);
    }
}
