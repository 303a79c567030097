/// Rejections as ECS error codes.
@NullMarked
package dev.cordon.ecs.error;

import org.jspecify.annotations.NullMarked;
