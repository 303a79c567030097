/// Addresses, ports, protocols, and the flow that they make up.
@NullMarked
package dev.cordon.model.net;

import org.jspecify.annotations.NullMarked;
