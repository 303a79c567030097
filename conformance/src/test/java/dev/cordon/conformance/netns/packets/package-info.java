/// Enforcement proved packet by packet: frames written into taps of one network namespace, and what
/// comes out of the others. Needs root.
@NullMarked
package dev.cordon.conformance.netns.packets;

import org.jspecify.annotations.NullMarked;
