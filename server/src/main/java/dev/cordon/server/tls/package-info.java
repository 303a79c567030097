/// Certificates: made, read, and read anew when they change.
@NullMarked
package dev.cordon.server.tls;

import org.jspecify.annotations.NullMarked;
