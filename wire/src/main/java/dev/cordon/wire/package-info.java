/// Every stored or sent form, versioned; here the text that all of them are written in.
@NullMarked
package dev.cordon.wire;

import org.jspecify.annotations.NullMarked;
