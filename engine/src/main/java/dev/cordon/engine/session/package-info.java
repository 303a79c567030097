/// The sessions of ENIs: which packets belong to a connection that was let through.
@NullMarked
package dev.cordon.engine.session;

import org.jspecify.annotations.NullMarked;
