package dev.cordon.nft.lower;

/// The steps from one ruleset to the next, each a transaction of its own.
///
/// The kernel gives a packet that is on its way the old lines or the new ones, but looks up each
/// map as it is by then, and it brings its maps up to date one after the other. So nothing that a
/// packet may still ask for is taken away, and nothing that it is led to is missing.
enum Stage {
    /// What is new is there, but nothing leads to it: every verdict is the old one.
    PREPARED,
    /// Everything leads to what is new, and what was is still there for packets on their way.
    SWITCHED,
    /// What was is gone.
    SETTLED
}
