package dev.cordon.controlplane.execute;

import dev.cordon.store.StoreUnavailableException;

/// The store failed while a command was carried out.
///
/// The command may have taken effect or not. The control plane finds out before the next command;
/// the caller asks for the state once that goes through again.
public final class UnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnavailableException(Origin origin, StoreUnavailableException cause) {
        super("store failed in request `" + origin.requestId() + "`: " + cause.getMessage(), cause);
    }
}
