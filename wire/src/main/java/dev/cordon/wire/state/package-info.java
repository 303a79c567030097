/// The forms of a state and of the objects in it.
@NullMarked
package dev.cordon.wire.state;

import org.jspecify.annotations.NullMarked;
