package dev.cordon.model.policy;

/// What a rule says, and what is done with a flow. A drop is silent: no reset and no ICMP go back.
public enum Action {
    ACCEPT,
    DROP
}
