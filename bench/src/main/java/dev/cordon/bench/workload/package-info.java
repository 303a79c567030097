/// A network of the size of the goals, and flows through it; the same again from the same seed.
@NullMarked
package dev.cordon.bench.workload;

import org.jspecify.annotations.NullMarked;
