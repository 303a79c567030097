package dev.cordon.model.state;

import dev.cordon.model.policy.Entity;
import dev.cordon.model.policy.Id;

/// One object of the state, made or replaced, or gone.
public sealed interface Change {

    record Put(Entity entity) implements Change {}

    record Delete(Id id) implements Change {}
}
