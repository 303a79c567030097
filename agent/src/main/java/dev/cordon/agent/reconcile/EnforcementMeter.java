package dev.cordon.agent.reconcile;

import java.time.Duration;

/// Who measures an agent. Called from its thread, and must not wait.
public interface EnforcementMeter {

    EnforcementMeter NONE = new EnforcementMeter() {
        @Override
        public void applied(Duration took) {}

        @Override
        public void refused() {}

        @Override
        public void drifted() {}
    };

    /// A transaction holds.
    void applied(Duration took);

    /// The kernel has refused a transaction.
    void refused();

    /// Somebody else had changed our table.
    void drifted();
}
