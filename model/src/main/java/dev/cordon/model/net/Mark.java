package dev.cordon.model.net;

/// What the fabric says about where a packet comes from.
///
/// Traffic that a load balancer forwards and the platform's probes are known by this mark, not by
/// their addresses: 100.64.0.0/10 are ordinary addresses.
public enum Mark {
    NONE,
    LOAD_BALANCER,
    PLATFORM_PROBE
}
