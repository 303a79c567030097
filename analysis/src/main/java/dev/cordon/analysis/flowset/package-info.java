/// Sets of flows: with, without, in common, and a flow that proves that there is one.
@NullMarked
package dev.cordon.analysis.flowset;

import org.jspecify.annotations.NullMarked;
