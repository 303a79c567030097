package dev.cordon.bench.classbench;

import dev.cordon.model.net.PortRange;
import java.util.random.RandomGenerator;

/// The five ways in which rules name ports.
enum PortClass {
    ANY,
    HIGH,
    LOW,
    RANGE,
    EXACT;

    private static final int[] WELL_KNOWN = {
        22, 80, 443, 53, 25, 3306, 8080, 3389, 123, 161, 389, 445, 993, 1433, 1521, 5432, 6379, 9200, 27_017
    };
    private static final int HIGH_FIRST = 1024;

    PortRange next(RandomGenerator random) {
        return switch (this) {
            case ANY -> PortRange.ANY;
            case HIGH -> new PortRange(HIGH_FIRST, PortRange.PORT_MAX);
            case LOW -> new PortRange(1, HIGH_FIRST - 1);
            case RANGE -> {
                int first = random.nextInt(1, PortRange.PORT_MAX);
                int last = first + random.nextInt(2, 2_000);
                yield new PortRange(first, Math.min(last, PortRange.PORT_MAX));
            }
            case EXACT ->
                PortRange.of(
                        random.nextInt(3) > 0
                                ? WELL_KNOWN[random.nextInt(WELL_KNOWN.length)]
                                : random.nextInt(1, PortRange.PORT_MAX + 1));
        };
    }
}
