package dev.cordon.nft.ruleset;

import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.verdict.Verdict;

/// What a line does with a packet whose tests have passed.
public sealed interface Ending {

    /// A verdict of policy at one side. Accepted goes back to the base chain, so that the other
    /// side is asked as well; dropped goes to [Denial] of the direction.
    record Says(Direction direction, Verdict verdict) implements Ending {}

    /// The same, and the session keeps the mark of the packet, by which it is judged again.
    record Remembers(Says says) implements Ending {}

    /// No side has to be asked: the packet belongs to a session, or a link needs it to work.
    record Accepts(String why) implements Ending {}

    /// Back to where the chain was entered.
    record Returns(String why) implements Ending {}

    /// Dropped, counted and told, whatever policy says.
    record Denies(Denial denial) implements Ending {}

    /// The end of a chain of denials.
    record Drops() implements Ending {}

    /// Told to who listens to the log group, as long as there is not too much of it from one link;
    /// the packet goes on.
    record Tells(Denial denial) implements Ending {}

    /// On to another chain, not to come back.
    record Goes(String chain) implements Ending {}

    /// To another chain, and on with the next line unless that has ended it.
    record Asks(String chain) implements Ending {}

    /// Writes a number that following lines look at.
    record Marks(long number) implements Ending {}

    /// Writes the number that a map has for the address; nothing happens if it has none.
    record MarksAddress(AddressFamily family, Test.Side side, String map) implements Ending {}

    /// The same for a map of blocks.
    record MarksBlock(AddressFamily family, Test.Side side, String map) implements Ending {}

    /// Replaces the number by what a map has for it; nothing happens if it has none.
    record MarksClass(String map) implements Ending {}

    /// Does what a map says for what is asked of the packet; on with the next line if it says
    /// nothing.
    record Looks(Query query, String map) implements Ending {}

    /// The session that the packet begins is counted for the link of its way; denied if that has as
    /// many as it may have. Nothing happens to a packet of a session that is there already.
    record Counts(Test.Way way, SessionQuota quota, Denial denial) implements Ending {}

    /// The session that the packet begins is kept that long, if it is of the protocol; the last one
    /// that says so counts. Nothing happens to a packet of a session that is there already.
    record Keeps(Timeout timeout) implements Ending {}

    /// What a map is asked with.
    enum Query {
        LINK_IN,
        LINK_OUT,
        PORT_PROTOCOL_CLASS,
        PROTOCOL_CLASS
    }
}
