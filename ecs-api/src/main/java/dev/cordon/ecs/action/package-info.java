/// The ECS actions, one file each: parameters to command, result to answer.
@NullMarked
package dev.cordon.ecs.action;

import org.jspecify.annotations.NullMarked;
