package dev.cordon.bench.kernel;

import java.util.List;

/// How much is measured.
public record Settings(PacketSizes packets, UpdateSizes updates, Repeats repeats) {

    public static final Settings DEFAULT = new Settings(
            new PacketSizes(
                    List.of(2, 100, 500), List.of(10, 100, 1_000, 10_000), new PolicySize(100, 1_000, 100, 1), 100_000),
            new UpdateSizes(500, 50, 12_500),
            new Repeats(7, 200_000, 200));

    /// @param enis numbers of ENIs on the host, each measured with the usual rules and members
    /// @param rules numbers of rules, each measured with the usual ENIs and members
    /// @param usual what holds where nothing else is said
    /// @param manyMembers measured with the usual rules and ENIs; 0 for not at all
    public record PacketSizes(List<Integer> enis, List<Integer> rules, PolicySize usual, int manyMembers) {
        public PacketSizes {
            enis = List.copyOf(enis);
            rules = List.copyOf(rules);
        }
    }

    /// @param enis on the host that is replaced as a whole
    /// @param scopes sets of rules that those have among them
    /// @param manyRules of the ENI that is programmed as a whole
    public record UpdateSizes(int enis, int scopes, int manyRules) {}

    /// @param rounds of which the least counts, or of larger changes the median
    /// @param packets of an established flow in a round
    /// @param changes of one member
    public record Repeats(int rounds, int packets, int changes) {}
}
