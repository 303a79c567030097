package dev.cordon.model.policy;

/// An object of the state: what a change puts or deletes as a whole.
public sealed interface Entity permits Described, Rule {

    Id id();
}
