/// Measurements of what the goals name, each beside what it was measured with.
@NullMarked
package dev.cordon.bench;

import org.jspecify.annotations.NullMarked;
