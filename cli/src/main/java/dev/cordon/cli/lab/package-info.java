/// Scenarios: groups made through the API, guests in network namespaces, and real packets.
@NullMarked
package dev.cordon.cli.lab;

import org.jspecify.annotations.NullMarked;
