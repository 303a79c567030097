package dev.cordon.ecs.http;

/// One operation of the API: parameters to command, result to answer.
public interface Action {

    /// Returns the name by which clients call it, such as `CreateSecurityGroup`.
    String name();

    /// Returns the version of the product that has it, such as `2014-05-26`.
    String version();

    EcsResult run(EcsRequest request);
}
