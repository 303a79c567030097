package dev.cordon.nft.text;

import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.Id;
import dev.cordon.model.policy.RuleId;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.verdict.Reason;
import dev.cordon.model.verdict.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a kernel rule says of a packet that it drops, in the prefix of its log:
/// `<ENI|-> <ingress|egress> <STAGE> [<group> [<rule>]]`, and for `CLOSED` the link in the place of
/// the group.
///
/// @param eni empty for a rule that several ENIs share; the packet's link tells
public record LogPrefix(Optional<EniId> eni, Direction direction, DropStage stage, Subject subject) {

    /// The group that the rules of our table log to: the port that `cordon up` listens at.
    public static final int GROUP = 8620;

    /// What the kernel keeps of a prefix, without its closing zero.
    ///
    /// @spec https://elixir.bootlin.com/linux/v6.12/source/include/uapi/linux/netfilter/nf_log.h
    ///     NF_LOG_PREFIXLEN
    public static final int LENGTH_MAX = 127;

    private static final String NO_ENI = "-";

    /// What determined the drop, beside its stage.
    public sealed interface Subject {

        record Nothing() implements Subject {}

        record Group(SecurityGroupId group) implements Subject {}

        record Rule(SecurityGroupId group, RuleId rule) implements Subject {}

        /// @param name in which what could end a quoted text is a `?`
        record Link(String name) implements Subject {
            public Link {
                name = name.replaceAll("[^A-Za-z0-9._@-]", "?");
            }
        }
    }

    /// Returns the prefix of a drop that policy asks for.
    ///
    /// @throws IllegalArgumentException if the verdict is no drop
    public static LogPrefix of(Optional<EniId> eni, Direction direction, Verdict verdict) {
        if (verdict.action() != Action.DROP) {
            throw new IllegalArgumentException("no drop `" + verdict + "`");
        }
        Subject subject = verdict.reason() instanceof Reason.MatchedRule(var group, var rule, var priority)
                ? new Subject.Rule(group, rule)
                : new Subject.Nothing();
        return new LogPrefix(eni, direction, DropStage.of(verdict.stage()), subject);
    }

    /// Returns the text. What does not fit, with ids longer than ours ever are, is left out word by
    /// word from the end: ENI, direction and stage always fit.
    public String text() {
        String text =
                eni.map(EniId::value).orElse(NO_ENI) + " " + direction.name().toLowerCase(Locale.ROOT) + " " + stage;
        for (String word : words()) {
            if (text.length() + 1 + word.length() > LENGTH_MAX) {
                break;
            }
            text += " " + word;
        }
        return text;
    }

    private List<String> words() {
        return switch (subject) {
            case Subject.Nothing() -> List.of();
            case Subject.Group(var group) -> List.of(group.value());
            case Subject.Rule(var group, var rule) -> List.of(group.value(), rule.value());
            case Subject.Link(var name) -> List.of(name);
        };
    }

    /// Reads a prefix; nothing if it is none of ours, since anybody may log to the group.
    public static Optional<LogPrefix> parse(String text) {
        String[] words = text.split(" ", -1);
        if (words.length < 3 || words.length > 5 || text.length() > LENGTH_MAX) {
            return Optional.empty();
        }
        boolean named = Id.isWellFormed(words[0]) && !words[0].equals(NO_ENI);
        Optional<Direction> direction = direction(words[1]);
        Optional<DropStage> stage = DropStage.parse(words[2]);
        if (!named && !words[0].equals(NO_ENI) || direction.isEmpty() || stage.isEmpty()) {
            return Optional.empty();
        }
        List<String> rest = Arrays.asList(words).subList(3, words.length);
        return subject(stage.get(), rest)
                .map(subject -> new LogPrefix(
                        named ? Optional.of(new EniId(words[0])) : Optional.empty(),
                        direction.get(),
                        stage.get(),
                        subject));
    }

    private static Optional<Direction> direction(String word) {
        return switch (word) {
            case "ingress" -> Optional.of(Direction.INGRESS);
            case "egress" -> Optional.of(Direction.EGRESS);
            default -> Optional.empty();
        };
    }

    private static Optional<Subject> subject(DropStage stage, List<String> words) {
        if (words.isEmpty()) {
            return Optional.of(new Subject.Nothing());
        }
        if (stage == DropStage.CLOSED) {
            return words.size() == 1 ? Optional.of(new Subject.Link(words.getFirst())) : Optional.empty();
        }
        if (!words.stream().allMatch(Id::isWellFormed)) {
            return Optional.empty();
        }
        SecurityGroupId group = new SecurityGroupId(words.getFirst());
        return Optional.of(
                words.size() == 1 ? new Subject.Group(group) : new Subject.Rule(group, new RuleId(words.get(1))));
    }
}
