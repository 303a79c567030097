/// Looks at the sessions of a host.
@NullMarked
package dev.cordon.agent.session;

import org.jspecify.annotations.NullMarked;
