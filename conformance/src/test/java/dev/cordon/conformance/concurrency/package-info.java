/// Many clients at once, and what is there after a crash.
@NullMarked
package dev.cordon.conformance.concurrency;

import org.jspecify.annotations.NullMarked;
