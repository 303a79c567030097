/// Listeners, routing to the ECS dialect and to `/v1`, metrics.
@NullMarked
package dev.cordon.server;

import org.jspecify.annotations.NullMarked;
