/// Clauses, and the verdict on a flow by the first that matches.
@NullMarked
package dev.cordon.engine.decide;

import org.jspecify.annotations.NullMarked;
