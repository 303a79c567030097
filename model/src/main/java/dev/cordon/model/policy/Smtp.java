package dev.cordon.model.policy;

/// Whether the platform keeps an ENI from sending mail (TCP 25) to the Internet. No rule lifts it.
public enum Smtp {
    UNBLOCKED,
    BLOCKED
}
