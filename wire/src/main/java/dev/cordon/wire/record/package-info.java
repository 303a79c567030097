/// What the store keeps besides the policy state: rows that no host ever sees.
@NullMarked
package dev.cordon.wire.record;

import org.jspecify.annotations.NullMarked;
