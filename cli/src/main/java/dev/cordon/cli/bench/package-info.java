/// The published benchmarks, measured with real packets.
@NullMarked
package dev.cordon.cli.bench;

import org.jspecify.annotations.NullMarked;
