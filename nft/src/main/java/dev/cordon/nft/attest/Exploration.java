package dev.cordon.nft.attest;

import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.Mark;
import dev.cordon.nft.attest.ServiceBox.Ends;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// Asks questions of all flows: a box whose packets may be told apart is cut, until one packet of
/// each part stands for all of it.
final class Exploration {

    private final long boxesMax;
    private long boxes;

    /// @param boxesMax after so many, nothing more is asked
    Exploration(long boxesMax) {
        this.boxesMax = boxesMax;
    }

    /// Returns how many boxes were asked about.
    long boxes() {
        return boxes;
    }

    /// Tells whether nothing more is asked, so that nothing is proved.
    boolean isSpent() {
        return boxes >= boxesMax;
    }

    /// Returns a flow on which there is a difference, one that ends otherwise if there is one.
    Optional<Finding> ask(Question question) {
        Optional<Finding> found = Optional.empty();
        for (AddressFamily family : AddressFamily.values()) {
            List<IpAddress> everyFar = question.far(family);
            for (IpAddress near : question.near(family)) {
                for (IpAddress far : everyFar) {
                    found = better(found, ask(question, near, far));
                    if (isSpent() || found.filter(Finding::endsOtherwise).isPresent()) {
                        return found;
                    }
                }
            }
        }
        return found;
    }

    private Optional<Finding> ask(Question question, IpAddress near, IpAddress far) {
        Optional<Finding> found = Optional.empty();
        for (Mark mark : question.marks()) {
            Question.Asked asked = question.between(new Ends(question.direction(), near, far, mark));
            for (ServiceBox box : ServiceBox.all()) {
                found = better(found, ask(question, asked, box));
            }
        }
        return found;
    }

    private Optional<Finding> ask(Question question, Question.Asked asked, ServiceBox whole) {
        Optional<Finding> found = Optional.empty();
        Deque<ServiceBox> left = new ArrayDeque<>();
        left.add(whole);
        while (!left.isEmpty()
                && !isSpent()
                && found.filter(Finding::endsOtherwise).isEmpty()) {
            ServiceBox box = left.pop();
            Cuts cuts = new Cuts(box, question::leavesOut);
            boxes++;
            found = better(found, asked.ask(box, cuts));
            cuts.parts().reversed().forEach(left::push);
        }
        return found;
    }

    private static Optional<Finding> better(Optional<Finding> one, Optional<Finding> other) {
        return one.isEmpty() || other.filter(Finding::endsOtherwise).isPresent() ? other : one;
    }
}
