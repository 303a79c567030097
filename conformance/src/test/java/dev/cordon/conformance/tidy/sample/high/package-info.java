/// Stands for a module above `low`.
@NullMarked
package dev.cordon.conformance.tidy.sample.high;

import org.jspecify.annotations.NullMarked;
