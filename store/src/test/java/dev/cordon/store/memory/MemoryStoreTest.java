package dev.cordon.store.memory;

import dev.cordon.store.HistoryLimit;
import dev.cordon.store.Store;
import dev.cordon.store.contract.StoreContract;
import java.nio.file.Path;

class MemoryStoreTest extends StoreContract {

    @Override
    protected Store open(Path folder, HistoryLimit limit) {
        return new MemoryStore(limit);
    }
}
