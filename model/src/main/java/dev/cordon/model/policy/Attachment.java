package dev.cordon.model.policy;

/// Whether an ENI belongs to an instance.
public sealed interface Attachment {

    record Detached() implements Attachment {}

    /// @param role the primary ENI's groups are what is called the groups of the instance
    record Attached(InstanceId instance, Role role) implements Attachment {}

    enum Role {
        PRIMARY,
        SECONDARY
    }
}
