/// Draws, and what flows and ids are kept in.
@NullMarked
package dev.cordon.bench.draw;

import org.jspecify.annotations.NullMarked;
