/// The official clients, unmodified, against a node of this process.
///
/// The tests speak of [Cloud]; one adapter for each client turns that into the client's requests.
@NullMarked
package dev.cordon.conformance.sdk;

import org.jspecify.annotations.NullMarked;
