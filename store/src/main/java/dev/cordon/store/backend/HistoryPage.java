package dev.cordon.store.backend;

import dev.cordon.store.CommittedChange;
import dev.cordon.store.History;
import java.util.ArrayList;
import java.util.List;

/// One answer of history while it is put together, within its limits.
public final class HistoryPage {

    private final List<CommittedChange> changes = new ArrayList<>();
    private final int countMax;
    private long byteCount;

    public HistoryPage(int countMax) {
        if (countMax < 1) {
            throw new IllegalArgumentException("not a number of changes to ask for `" + countMax + "`");
        }
        this.countMax = Math.min(countMax, History.COUNT_MAX);
    }

    public boolean hasRoom() {
        return changes.size() < countMax && byteCount < History.BYTE_COUNT_MAX;
    }

    public void add(CommittedChange change) {
        changes.add(change);
        byteCount += change.writes().byteCount();
    }

    public History.Changes answer() {
        return new History.Changes(changes);
    }
}
