package dev.cordon.engine.table;

/// What decides for ENIs with the same groups in one direction.
sealed interface Side permits SideTable, Side.Unmade, Side.Walks {

    /// Nobody has asked yet.
    record Unmade() implements Side {}

    /// Tables cannot hold it: its clauses are walked. No state that commands have made has one.
    record Walks() implements Side {}

    Side UNMADE = new Unmade();
    Side WALKS = new Walks();
}
