/// Every parser, given what nobody would write: it reads or it refuses by name, and what it reads
/// it can write down and read again.
///
/// One class for each parser, with one target, since Jazzer fuzzes one in a process. The ordinary
/// build runs the seeds beside this package's resources; `-Pfuzz` goes on from them.
@NullMarked
package dev.cordon.conformance.fuzz;

import org.jspecify.annotations.NullMarked;
