package dev.cordon.bench.workload;

/// How large a network is.
///
/// @param groupSetCount distinct sets of groups that ENIs are in
/// @param largestGroup members of the largest group, which is an advanced one
/// @param seed decides everything else
public record WorkloadSize(int eniCount, int groupCount, int groupSetCount, int largestGroup, long seed) {

    /// A twentieth of the goals, for tests and for engines that cannot do more.
    public static final WorkloadSize SMALL = new WorkloadSize(3_000, 250, 250, 2_048, 3);

    /// The network of the goals.
    public static final WorkloadSize STAGE_B = new WorkloadSize(100_000, 5_000, 5_000, 65_536, 3);

    public static final WorkloadSize LARGE = new WorkloadSize(1_000_000, 10_000, 20_000, 65_536, 3);

    /// The members that an advanced group may have.
    public static final int LARGEST_GROUP_MAX = 65_536;

    public static WorkloadSize named(String name) {
        return switch (name) {
            case "small" -> SMALL;
            case "stage-b" -> STAGE_B;
            case "large" -> LARGE;
            default -> throw new IllegalArgumentException("no workload of size `" + name + "`");
        };
    }
}
