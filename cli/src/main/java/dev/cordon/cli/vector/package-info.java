/// Vector files: cases of the semantics, run through spec and engine.
@NullMarked
package dev.cordon.cli.vector;

import org.jspecify.annotations.NullMarked;
