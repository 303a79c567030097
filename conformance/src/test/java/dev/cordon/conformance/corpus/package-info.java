/// The cases that are kept: what the sources say, and what was found wrong.
@NullMarked
package dev.cordon.conformance.corpus;

import org.jspecify.annotations.NullMarked;
