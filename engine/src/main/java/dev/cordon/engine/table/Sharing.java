package dev.cordon.engine.table;

/// What it means for a peer to share a group of which the members reach each other.
enum Sharing {
    CONNECTS,
    /// Another shared group keeps its members apart, and that comes first.
    IS_OVERRULED
}
