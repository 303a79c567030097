/// What security groups mean, as a program: obvious, slow, and cited.
@NullMarked
package dev.cordon.spec;

import org.jspecify.annotations.NullMarked;
