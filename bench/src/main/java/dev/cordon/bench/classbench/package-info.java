/// Rule sets of one ENI in the shapes that packet classifiers are measured with, and traces.
@NullMarked
package dev.cordon.bench.classbench;

import org.jspecify.annotations.NullMarked;
