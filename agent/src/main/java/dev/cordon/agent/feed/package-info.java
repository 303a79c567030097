/// Receives host views, and keeps the last one.
@NullMarked
package dev.cordon.agent.feed;

import org.jspecify.annotations.NullMarked;
