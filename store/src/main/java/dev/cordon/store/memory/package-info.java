/// The store in memory: for tests, and as the plainest statement of the contract.
@NullMarked
package dev.cordon.store.memory;

import org.jspecify.annotations.NullMarked;
