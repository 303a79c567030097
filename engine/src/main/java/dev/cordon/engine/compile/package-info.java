/// From a state to clauses: the only place where the evaluation order is made.
@NullMarked
package dev.cordon.engine.compile;

import org.jspecify.annotations.NullMarked;
