/// Stands for a module that may import nothing.
@NullMarked
package dev.cordon.conformance.tidy.sample.low;

import org.jspecify.annotations.NullMarked;
