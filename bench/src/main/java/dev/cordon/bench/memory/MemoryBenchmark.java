package dev.cordon.bench.memory;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// What one random access costs on this machine, by the size of the table: the limit under every
/// other figure.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MemoryBenchmark {

    private static final int ACCESS_COUNT = 65_536;
    private static final int LINE_LENGTH_INTS = 16;
    private static final long SEED = 7;

    /// Knuth's, of MMIX; the upper half of the numbers is random enough for places.
    private static final long MULTIPLIER = 6_364_136_223_846_793_005L;

    @Param({"32", "512", "4096", "16384", "65536"})
    public int sizeKib;

    private int[] table = {};
    private int at;
    private long place;

    /// Makes one cycle through all cache lines of the table, in random order.
    @Setup
    public void setUp() {
        SplittableRandom random = new SplittableRandom(SEED);
        int lineCount = sizeKib * 1024 / (LINE_LENGTH_INTS * Integer.BYTES);
        int[] order = new int[lineCount];
        for (int i = 0; i < lineCount; i++) {
            int other = random.nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        table = new int[lineCount * LINE_LENGTH_INTS];
        for (int i = 0; i < lineCount; i++) {
            table[order[i] * LINE_LENGTH_INTS] = order[(i + 1) % lineCount] * LINE_LENGTH_INTS;
        }
    }

    /// Each access has to wait for the one before. Goes on where the last call ended, so that all
    /// of the table is visited.
    @Benchmark
    @OperationsPerInvocation(ACCESS_COUNT)
    public int dependent() {
        int next = at;
        for (int i = 0; i < ACCESS_COUNT; i++) {
            next = table[next];
        }
        at = next;
        return next;
    }

    /// Each place is known before the access to the one before has ended, so accesses overlap.
    @Benchmark
    @OperationsPerInvocation(ACCESS_COUNT)
    public int independent() {
        int mask = table.length - 1;
        int sum = 0;
        long next = place;
        for (int i = 0; i < ACCESS_COUNT; i++) {
            next = next * MULTIPLIER + 1;
            sum += table[(int) (next >>> 32) & mask];
        }
        place = next;
        return sum;
    }
}
