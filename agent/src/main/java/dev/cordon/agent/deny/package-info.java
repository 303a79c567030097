/// What was dropped on this host, as it happens.
@NullMarked
package dev.cordon.agent.deny;

import org.jspecify.annotations.NullMarked;
