/// One class for each kind of vector: what the readers say of the case.
@NullMarked
package dev.cordon.cli.vector.run;

import org.jspecify.annotations.NullMarked;
