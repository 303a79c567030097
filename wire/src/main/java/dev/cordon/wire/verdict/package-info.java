/// The forms of answers: what was concluded of a flow, and why, in JSON and in words.
@NullMarked
package dev.cordon.wire.verdict;

import org.jspecify.annotations.NullMarked;
