package dev.cordon.cli.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.cordon.cli.CliException;
import dev.cordon.cli.client.CordonClient;
import dev.cordon.cli.client.CordonClient.Product;
import dev.cordon.controlplane.command.Quotas;
import dev.cordon.ecs.http.Authenticator.Check;
import dev.cordon.ecs.http.Throttle;
import dev.cordon.model.policy.Profile;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rates hold for the ECS dialect and for `/v1` alike.
class RatesTest {

    /// More calls than any bucket of these tests holds.
    private static final int CALLS = 20;

    @TempDir
    private Path folder;

    private Optional<Node> node = Optional.empty();

    private CordonClient start(Throttle.Rates rates) {
        InetSocketAddress anyPort = InetSocketAddress.createUnresolved("127.0.0.1", 0);
        Node started = Node.start(new Node.Settings(
                folder,
                anyPort,
                new Node.Tls(anyPort, Optional.empty()),
                Profile.ALIYUN_DEFAULT,
                EnumSet.allOf(Check.class),
                new Node.Limits(Quotas.DEFAULT, rates)));
        node = Optional.of(started);
        return new CordonClient(started.credentials());
    }

    @AfterEach
    void stop() {
        node.ifPresent(Node::close);
    }

    private static void useUp(Runnable call) {
        CliException refused = assertThrows(CliException.class, () -> {
            for (int i = 0; i < CALLS; i++) {
                call.run();
            }
        });
        assertThat(refused).hasMessageContaining("Throttling.User");
    }

    @Test
    void callsOfBothDrawOnOneBucket() {
        CordonClient client = start(new Throttle.Rates(Optional.of(1), Map.of()));
        useUp(() -> client.ask("hosts", new TreeMap<>()));
        useUp(() -> client.call(Product.ECS, "DescribeRegions", new TreeMap<>()));
    }

    @Test
    void routeCanHaveARateOfItsOwn() {
        CordonClient client = start(new Throttle.Rates(Optional.empty(), Map.of("cordon:hosts", 1)));
        useUp(() -> client.ask("hosts", new TreeMap<>()));
        assertEquals(0, client.ask("log", new TreeMap<>()).path("changes").size());
    }
}
