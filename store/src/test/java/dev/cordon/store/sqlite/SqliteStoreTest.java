package dev.cordon.store.sqlite;

import dev.cordon.store.HistoryLimit;
import dev.cordon.store.Store;
import dev.cordon.store.contract.DurableStoreContract;
import java.nio.file.Path;

class SqliteStoreTest extends DurableStoreContract {

    @Override
    protected Store open(Path folder, HistoryLimit limit) {
        return SqliteStore.open(folder, SqliteSettings.DEFAULT.with(limit));
    }
}
