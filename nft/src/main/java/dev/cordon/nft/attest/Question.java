package dev.cordon.nft.attest;

import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.Mark;
import dev.cordon.model.policy.Direction;
import dev.cordon.nft.attest.ServiceBox.Ends;
import java.util.List;
import java.util.Optional;

/// Whether two decide alike, asked of all flows by asking it of one of each kind.
interface Question {

    /// Whose answer an asker knows between two ends.
    interface Asked {

        /// Asks for one flow of a box, and says where the box has to be cut.
        Optional<Finding> ask(ServiceBox box, Cuts cuts);
    }

    Direction direction();

    /// Returns one near address of each kind, those that are worth to be told of first.
    List<IpAddress> near(AddressFamily family);

    /// Returns one far address of each kind.
    List<IpAddress> far(AddressFamily family);

    /// Returns the marks that packets may be told apart by.
    List<Mark> marks();

    /// Tells whether a chain is left out, because it is asked by itself.
    boolean leavesOut(String chain);

    Asked between(Ends ends);
}
