/// What real programs send, request by request, written as the libraries that they use write it.
@NullMarked
package dev.cordon.conformance.replay;

import org.jspecify.annotations.NullMarked;
