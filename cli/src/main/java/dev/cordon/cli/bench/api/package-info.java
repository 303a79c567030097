/// How many calls of the ECS API a second a server in a process of its own answers.
@NullMarked
package dev.cordon.cli.bench.api;

import org.jspecify.annotations.NullMarked;
