package dev.cordon.ecs.http;

import dev.cordon.controlplane.execute.Caller;

/// Told of calls by known callers that were to change something and were refused. The audit log
/// has them, since it has everything that somebody tried to change.
///
/// Not told are calls over the rates, which are refused so as to cost nothing, and rehearsals.
@FunctionalInterface
public interface Refusals {

    Refusals UNHEARD = (caller, requestId, action, code) -> {};

    void refused(Caller caller, String requestId, String action, String code);
}
