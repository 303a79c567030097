package dev.cordon.model.policy;

/// A machine that ENIs are attached to. Policy never looks at it; the API does.
///
/// @param hostName empty if none was given
/// @param machineType such as `ecs.g7.large`
public record Instance(InstanceId id, VpcId vpc, String machineType, String hostName, Details details)
        implements Entity {}
