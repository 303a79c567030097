/// What is concluded of a flow, and the one thing that determined it.
@NullMarked
package dev.cordon.model.verdict;

import org.jspecify.annotations.NullMarked;
