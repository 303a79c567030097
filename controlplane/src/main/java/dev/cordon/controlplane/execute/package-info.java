/// Carries commands out: commits what was decided, expecting the revision it was decided at, and
/// keeps the newest state.
@NullMarked
package dev.cordon.controlplane.execute;

import org.jspecify.annotations.NullMarked;
