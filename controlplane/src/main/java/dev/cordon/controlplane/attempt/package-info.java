/// Calls that were to change something and changed nothing: the part of the audit log that is no
/// history.
@NullMarked
package dev.cordon.controlplane.attempt;

import org.jspecify.annotations.NullMarked;
