package dev.cordon.ecs.action;

import dev.cordon.model.policy.Attachment;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.Instance;
import dev.cordon.model.policy.InstanceId;
import dev.cordon.model.state.PolicyState;
import java.util.List;

/// An instance with its ENIs.
///
/// @param enis all of them, the primary one too, in the order of their ids
record Machine(Instance instance, Eni primary, List<Eni> enis) {

    /// The only kind of network there is.
    static final String NETWORK = "vpc";

    Machine {
        enis = List.copyOf(enis);
    }

    static Machine of(Instance instance, PolicyState state) {
        List<Eni> enis = state.enisOf(instance.id()).toList();
        Attachment primary = new Attachment.Attached(instance.id(), Attachment.Role.PRIMARY);
        return new Machine(
                instance,
                enis.stream()
                        .filter(eni -> eni.attachment().equals(primary))
                        .findFirst()
                        .orElseThrow(),
                enis);
    }

    InstanceId id() {
        return instance.id();
    }

    static String status(Instance instance) {
        return switch (instance.power()) {
            case RUNNING -> "Running";
            case STOPPED -> "Stopped";
        };
    }
}
