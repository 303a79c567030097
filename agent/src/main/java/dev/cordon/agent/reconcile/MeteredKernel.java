package dev.cordon.agent.reconcile;

import dev.cordon.agent.kernel.KernelException;
import dev.cordon.nft.plan.Transaction;
import java.time.Duration;

/// A kernel whose transactions are measured.
final class MeteredKernel extends ForwardingKernel {

    private final EnforcementMeter meter;

    MeteredKernel(Kernel kernel, EnforcementMeter meter) {
        super(kernel);
        this.meter = meter;
    }

    @Override
    public void apply(Transaction transaction) {
        long startNanos = System.nanoTime();
        try {
            super.apply(transaction);
        } catch (KernelException refused) {
            meter.refused();
            throw refused;
        }
        meter.applied(Duration.ofNanos(System.nanoTime() - startNanos));
    }
}
