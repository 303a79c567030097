/// Readers of the same policy, compared on generated cases.
@NullMarked
package dev.cordon.conformance.differential;

import org.jspecify.annotations.NullMarked;
