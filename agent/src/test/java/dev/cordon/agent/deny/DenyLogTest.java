package dev.cordon.agent.deny;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.agent.kernel.Glimpse;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.EniId;
import dev.cordon.nft.text.DropStage;
import dev.cordon.nft.text.LogPrefix.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

final class DenyLogTest {

    private static final EniId ONE = new EniId("eni-1");
    private static final EniId TWO = new EniId("eni-2");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final DenyLog log = new DenyLog();

    static Deny of(EniId eni) {
        Deny.Drop what =
                new Deny.Drop(Optional.of(eni), Direction.EGRESS, DropStage.DEFAULT_DROP, new Subject.Nothing());
        return new Deny(Instant.EPOCH, what, new Glimpse.Nothing(), 2);
    }

    private static List<Long> numbers(DenyLog.Page page) {
        return page.denies().stream().map(DenyLog.Numbered::number).toList();
    }

    @Test
    void theNewestAreShownInTheirOrder() {
        log.saw(List.of(of(ONE), of(TWO), of(ONE), of(ONE)), 7);
        DenyLog.Page page = log.newest(2, deny -> deny.isOf(ONE));
        assertThat(numbers(page)).isEqualTo(List.of(3L, 4L));
        assertThat(page.next()).isEqualTo(4);
        assertThat(page.lost()).isEqualTo(7);
    }

    @Test
    void aFollowerGetsEachOnce() throws InterruptedException {
        log.saw(List.of(of(ONE), of(TWO), of(ONE)), 0);
        DenyLog.Page first = log.after(0, 2, deny -> true, Duration.ZERO);
        assertThat(numbers(first)).isEqualTo(List.of(1L, 2L));
        DenyLog.Page second = log.after(first.next(), 2, deny -> true, Duration.ZERO);
        assertThat(numbers(second)).isEqualTo(List.of(3L));
        assertThat(log.after(second.next(), 2, deny -> true, Duration.ZERO).denies())
                .isEmpty();
    }

    @Test
    void whatIsKeptNoMoreIsCounted() throws InterruptedException {
        log.saw(Collections.nCopies(DenyLog.COUNT_MAX + 5, of(ONE)), 0);
        DenyLog.Page page = log.after(2, 1, deny -> true, Duration.ZERO);
        assertThat(page.skipped()).isEqualTo(3);
        assertThat(numbers(page)).isEqualTo(List.of(6L));
    }

    @Test
    void aNumberOfAnEarlierProcessStartsAnew() throws InterruptedException {
        log.saw(List.of(of(ONE)), 0);
        assertThat(numbers(log.after(99, 10, deny -> true, Duration.ZERO))).isEqualTo(List.of(1L));
    }

    @Test
    void whoWaitsIsToldOfTheFirst() throws InterruptedException, ExecutionException {
        CompletableFuture<Boolean> started = new CompletableFuture<>();
        FutureTask<DenyLog.Page> waiting = new FutureTask<>(() -> {
            started.complete(true);
            return log.after(0, 10, deny -> deny.isOf(ONE), PATIENCE);
        });
        Thread.ofPlatform().daemon().start(waiting);
        started.get();
        log.saw(List.of(of(TWO)), 0);
        log.saw(List.of(of(ONE)), 0);
        assertThat(numbers(waiting.get())).isEqualTo(List.of(2L));
    }

    @Test
    void whoWaitsIsSentAwayAtTheEnd() throws InterruptedException, ExecutionException {
        FutureTask<DenyLog.Page> waiting = new FutureTask<>(() -> log.after(0, 10, deny -> true, PATIENCE));
        Thread.ofPlatform().daemon().start(waiting);
        log.close();
        assertThat(waiting.get().denies()).isEmpty();
    }

    @Test
    void packetsAreCountedByStage() {
        log.saw(List.of(of(ONE), of(TWO)), 0);
        assertThat(log.packets()).isEqualTo(Map.of(DropStage.DEFAULT_DROP, 4L));
    }
}
