package dev.cordon.ecs.http;

/// One operation of the API: parameters to command, result to answer.
public interface Action {

    /// Returns the name by which clients call it, such as `CreateSecurityGroup`.
    String name();

    /// Returns the version of the product that has it, such as `2014-05-26`.
    String version();

    /// Tells what it does, by the first word of its name.
    default Effect effect() {
        return name().matches("(Describe|List|Get).*") ? Effect.LOOKS : Effect.CHANGES;
    }

    /// Whether something is changed.
    enum Effect {
        LOOKS,
        CHANGES
    }

    EcsResult run(EcsRequest request);
}
