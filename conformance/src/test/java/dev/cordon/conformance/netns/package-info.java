/// The real kernel, in network namespaces of the tests' own. Needs root.
@NullMarked
package dev.cordon.conformance.netns;

import org.jspecify.annotations.NullMarked;
