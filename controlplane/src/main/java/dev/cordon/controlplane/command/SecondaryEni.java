package dev.cordon.controlplane.command;

import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.InstanceId;

/// A secondary ENI of an instance that is being made.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-runinstances NetworkInterface
public sealed interface SecondaryEni {

    InstanceId instance();

    /// One that is made with the instance.
    record Made(InstanceId instance, Command.CreateEni eni) implements SecondaryEni {}

    /// One that is there already, and belongs to no instance.
    record Present(InstanceId instance, EniId eni) implements SecondaryEni {}
}
