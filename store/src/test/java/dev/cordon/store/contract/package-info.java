/// What every backend of the store has to pass, for backends in other modules too.
///
/// A workload is run and recorded, and the recording judged afterwards: one checker per guarantee.
@NullMarked
package dev.cordon.store.contract;

import org.jspecify.annotations.NullMarked;
