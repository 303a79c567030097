/// Requests of the ECS dialect: parameters, signature, request ids.
@NullMarked
package dev.cordon.ecs.http;

import org.jspecify.annotations.NullMarked;
