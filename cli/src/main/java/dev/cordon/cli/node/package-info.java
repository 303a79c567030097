/// One process with everything: store, control plane, listeners, and the local agent.
@NullMarked
package dev.cordon.cli.node;

import org.jspecify.annotations.NullMarked;
