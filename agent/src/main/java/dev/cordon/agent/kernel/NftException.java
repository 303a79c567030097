package dev.cordon.agent.kernel;

import java.io.Serial;

/// libnftables has refused commands, all of them.
public final class NftException extends KernelException {

    @Serial
    private static final long serialVersionUID = 1;

    private static final int MESSAGE_LENGTH_MAX = 2_000;

    public NftException(String message) {
        super("nftables: "
                + message.strip().substring(0, Math.min(message.strip().length(), MESSAGE_LENGTH_MAX)));
    }
}
