/// Fresh vectors: random cases of the semantics, judged by the spec.
@NullMarked
package dev.cordon.cli.vector.generate;

import org.jspecify.annotations.NullMarked;
