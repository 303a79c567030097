/// What memory costs on this machine.
@NullMarked
package dev.cordon.bench.memory;

import org.jspecify.annotations.NullMarked;
