/// Classifiers that were written for the comparison, each of its kind as good as we could.
@NullMarked
package dev.cordon.bench.peer;

import org.jspecify.annotations.NullMarked;
