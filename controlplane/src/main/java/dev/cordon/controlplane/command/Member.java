package dev.cordon.controlplane.command;

import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.InstanceId;

/// Whom a change of membership is about.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-joinsecuritygroup InstanceId or
/// NetworkInterfaceId
public sealed interface Member {

    /// The primary ENI of an instance: its groups are the groups of the instance.
    record OfInstance(InstanceId instance) implements Member {}

    record OfEni(EniId eni) implements Member {}
}
