/// How long it takes to end the sessions that a change no longer allows.
@NullMarked
package dev.cordon.cli.bench.session;

import org.jspecify.annotations.NullMarked;
