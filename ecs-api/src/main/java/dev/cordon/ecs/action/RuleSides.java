package dev.cordon.ecs.action;

import dev.cordon.model.policy.Direction;

/// What the two sides of a rule are called in the names of parameters.
///
/// @param peer `Source` for ingress, `Dest` for egress
/// @param local the other one
record RuleSides(String peer, String local) {

    private static final RuleSides INGRESS = new RuleSides("Source", "Dest");
    private static final RuleSides EGRESS = new RuleSides("Dest", "Source");

    static RuleSides of(Direction direction) {
        return switch (direction) {
            case INGRESS -> INGRESS;
            case EGRESS -> EGRESS;
        };
    }
}
