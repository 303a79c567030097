package dev.cordon.controlplane.command;

import dev.cordon.model.net.IpAddress;

/// Which address of its vSwitch a new ENI is to have.
public sealed interface AddressRequest {

    /// The lowest that is free.
    record Any() implements AddressRequest {}

    record Exactly(IpAddress address) implements AddressRequest {}
}
