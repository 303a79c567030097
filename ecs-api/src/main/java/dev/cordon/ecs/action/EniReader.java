package dev.cordon.ecs.action;

import dev.cordon.controlplane.command.Edit;
import dev.cordon.controlplane.command.EniEdit;
import dev.cordon.controlplane.command.TrackingEdit;
import dev.cordon.ecs.error.GeneralErrors;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.model.policy.OnRelease;
import dev.cordon.model.policy.SourceDestCheck;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Reads what can be set of an ENI.
///
/// @spec https://help.aliyun.com/zh/ecs/user-guide/connection-timeout-management Connection timeout
/// management
final class EniReader {

    private static final String TRACKING = "ConnectionTrackingConfiguration.";
    private static final String TCP_ESTABLISHED = TRACKING + "TcpEstablishedTimeout";
    private static final String TCP_CLOSED = TRACKING + "TcpClosedAndTimeWaitTimeout";
    private static final String UDP = TRACKING + "UdpTimeout";

    static final String[] PARAMETERS = {
        TCP_ESTABLISHED + "#", TCP_CLOSED + "#", UDP + "#", "DeleteOnRelease?", "SourceDestCheck?"
    };

    private static final List<Integer> TCP_ESTABLISHED_SECONDS = List.of(30, 60, 80, 100, 200, 300, 500, 700, 910);
    private static final List<Integer> TCP_CLOSED_SECONDS =
            IntStream.rangeClosed(3, 15).boxed().toList();
    private static final List<Integer> UDP_SECONDS = List.of(10, 20, 30, 60, 80, 100);

    private EniReader() {}

    static EniEdit.Settings settings(Parameters parameters) {
        return new EniEdit.Settings(
                edit(parameters.flag("DeleteOnRelease").map(yes -> yes ? OnRelease.DELETED : OnRelease.KEPT)),
                edit(parameters.flag("SourceDestCheck").map(yes -> yes ? SourceDestCheck.ON : SourceDestCheck.OFF)),
                new TrackingEdit(
                        timeout(parameters, TCP_ESTABLISHED, TCP_ESTABLISHED_SECONDS),
                        timeout(parameters, TCP_CLOSED, TCP_CLOSED_SECONDS),
                        timeout(parameters, UDP, UDP_SECONDS)));
    }

    private static Edit<Duration> timeout(Parameters parameters, String name, List<Integer> allowed) {
        Optional<Integer> seconds = parameters.number(
                name,
                allowed.getFirst(),
                allowed.getLast(),
                GeneralErrors.invalidParameter(name, "one of the seconds " + allowed));
        if (seconds.isPresent() && !allowed.contains(seconds.get())) {
            parameters.wrong(GeneralErrors.invalidParameter(name, "one of the seconds " + allowed));
        }
        return edit(seconds.map(Duration::ofSeconds));
    }

    private static <T> Edit<T> edit(Optional<T> given) {
        return given.<Edit<T>>map(Edit.Set::new).orElseGet(Edit::keep);
    }
}
