/// Cordon's own JSON API.
@NullMarked
package dev.cordon.server.v1;

import org.jspecify.annotations.NullMarked;
