/// What enforcement costs a packet and a change, in network namespaces of its own, beside other
/// firewalls.
@NullMarked
package dev.cordon.bench.kernel;

import org.jspecify.annotations.NullMarked;
