/// The engine under test, on the network of the goals.
@NullMarked
package dev.cordon.bench.engine;

import org.jspecify.annotations.NullMarked;
