/// How a form is read: strictly, to a value or to the first problem.
@NullMarked
package dev.cordon.wire.shape;

import org.jspecify.annotations.NullMarked;
