/// Classes that break the rules, to show that the checks notice.
@NullMarked
package dev.cordon.conformance.tidy.sample;

import org.jspecify.annotations.NullMarked;
