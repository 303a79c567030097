package dev.cordon.agent.kernel;

import static dev.cordon.agent.kernel.TestNetwork.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

@RequiresRoot
class LinksNetnsTest {

    private static List<Link> list(NetworkNamespace namespace) {
        return namespace.call(() -> {
            try (Links links = Links.open()) {
                return links.list();
            }
        });
    }

    @Test
    void listsNamesAndAliases() {
        try (NetworkNamespace namespace = NetworkNamespace.create()) {
            run(namespace, "ip link add dev tap7 index 70 type veth peer name peer7");
            run(namespace, "ip link set dev tap7 alias eni-7");
            run(namespace, "ip link add dev tap8 index 60 type veth peer name peer8");
            assertThat(list(namespace).stream().filter(link -> link.name().startsWith("tap")))
                    .containsExactly(
                            new Link(60, "tap8", "", Link.Place.ROUTED),
                            new Link(70, "tap7", "eni-7", Link.Place.ROUTED));
        }
    }

    @Test
    void listsHundredsOfLinksInOrder() {
        try (NetworkNamespace namespace = NetworkNamespace.create()) {
            int count = 400;
            namespace.call(() -> {
                Process process = new ProcessBuilder("ip", "-batch", "-").start();
                try (var in = process.outputWriter()) {
                    for (int i = 0; i < count; i++) {
                        in.write("link add dev d" + i + " type veth peer name p" + i + "\n");
                    }
                }
                return process.waitFor();
            });
            List<Link> links = list(namespace);
            assertThat(links.stream().filter(link -> link.name().startsWith("d")))
                    .hasSize(count);
            assertThat(links).isSortedAccordingTo(Comparator.comparingInt(Link::index));
        }
    }
}
