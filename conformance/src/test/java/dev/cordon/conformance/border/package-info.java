/// What comes over the border of the process and is wrong, or hostile.
@NullMarked
package dev.cordon.conformance.border;

import org.jspecify.annotations.NullMarked;
