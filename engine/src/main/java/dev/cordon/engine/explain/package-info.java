/// Can one reach the other, and why: one question about two parties.
@NullMarked
package dev.cordon.engine.explain;

import org.jspecify.annotations.NullMarked;
