package dev.cordon.engine.table;

/// What decides by rules in one direction.
sealed interface Table permits RuleTable, Table.NoRules, Table.Unmade, Table.Walks {

    /// There are no rules.
    record NoRules() implements Table {}

    /// Nobody has asked yet.
    record Unmade() implements Table {}

    /// Numbers cannot hold it: clauses are walked. No state that commands have made has one.
    record Walks() implements Table {}

    Table NO_RULES = new NoRules();
    Table UNMADE = new Unmade();
    Table WALKS = new Walks();
}
