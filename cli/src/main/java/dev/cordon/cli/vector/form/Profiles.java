package dev.cordon.cli.vector.form;

import dev.cordon.model.policy.Profile;
import tools.jackson.databind.JsonNode;

/// The profiles that a vector file defines; what it does not define is one of ours.
public final class Profiles {

    public static final String DEFAULT = "aliyun-default";

    private final JsonNode profiles;

    public Profiles(JsonNode profiles) {
        this.profiles = profiles;
    }

    public Profile get(String name) {
        return profiles.has(name)
                ? ProfileForm.read(profiles.get(name))
                : Profile.named(name)
                        .orElseThrow(() -> new UnreadableVectorException("unknown profile `" + name + "`"));
    }
}
