package dev.cordon.engine.table;

/// What a set says in one direction that has too many rules for an array of numbers.
///
/// @param otherwise number of the verdict if no rule matches
record LargeTable(SetFacts facts, RuleTable rules, int otherwise) {}
