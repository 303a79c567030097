/// The loop: read, plan, apply, report.
@NullMarked
package dev.cordon.agent.reconcile;

import org.jspecify.annotations.NullMarked;
