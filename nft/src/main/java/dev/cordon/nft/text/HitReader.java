package dev.cordon.nft.text;

import dev.cordon.engine.compile.EniPolicy;
import dev.cordon.engine.compile.HostView;
import dev.cordon.engine.decide.Clause;
import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.verdict.Verdict;
import dev.cordon.nft.ruleset.Denial.Cause;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads the counters of a table as `nft list` prints it: of each element that lets a flow through,
/// and of each chain of denials.
public final class HitReader {

    private static final Pattern BLOCK = Pattern.compile("(?:map|chain) ([^ ]+) \\{");
    private static final Pattern COUNTED =
            Pattern.compile("counter packets ([0-9]{1,18}) bytes ([0-9]{1,18}) (?:comment \"([^\"]*)\" : return|drop)");

    private record Said(Direction direction, Verdict verdict) {}

    private final Vocabulary vocabulary;
    private final Map<Said, Hit> hits = new LinkedHashMap<>();

    private HitReader(HostView view) {
        this.vocabulary = Vocabulary.of(view);
        view.enis().values().forEach(this::expect);
    }

    /// Returns what the policies of a view can say, in their order, with how often it was said: 0
    /// of what never was.
    ///
    /// @param listing with counters
    public static List<Hit> read(String listing, HostView view) {
        HitReader reader = new HitReader(view);
        String block = "";
        for (String line : listing.lines().map(String::strip).toList()) {
            Matcher opening = BLOCK.matcher(line);
            if (opening.matches()) {
                block = opening.group(1);
            } else {
                reader.count(block, line);
            }
        }
        return List.copyOf(reader.hits.values());
    }

    private void expect(EniPolicy policy) {
        for (Direction direction : Direction.values()) {
            Stream.concat(
                            policy.clauses(direction).inOrder().stream().map(Clause::verdict),
                            Stream.of(policy.clauses(direction).otherwise()))
                    .forEach(verdict -> add(new Hit(direction, verdict, 0, 0)));
        }
    }

    private void count(String block, String line) {
        Matcher counted = COUNTED.matcher(line);
        while (counted.find()) {
            long packets = Long.parseLong(counted.group(1));
            long bytes = Long.parseLong(counted.group(2));
            said(block, Optional.ofNullable(counted.group(3)))
                    .ifPresent(said -> add(new Hit(said.direction(), said.verdict(), packets, bytes)));
        }
    }

    private Optional<Said> said(String block, Optional<String> comment) {
        return comment.isPresent()
                ? comment.flatMap(words -> vocabulary.verdict(Action.ACCEPT, words))
                        .map(verdict -> new Said(LineReader.direction(block), verdict))
                : vocabulary
                        .denial(block)
                        .flatMap(denial -> denial.cause() instanceof Cause.Policy(var verdict)
                                ? Optional.of(new Said(denial.direction(), verdict))
                                : Optional.empty());
    }

    /// What is counted in the kernel and no policy says any more is left out.
    private void add(Hit hit) {
        Said said = new Said(hit.direction(), hit.verdict());
        if (hit.packets() == 0 || hits.containsKey(said)) {
            hits.merge(said, hit, Hit::and);
        }
    }
}
