/// Tells followers of each new state. The feed of host views builds on it.
@NullMarked
package dev.cordon.controlplane.publish;

import org.jspecify.annotations.NullMarked;
