package dev.cordon.conformance.concurrency;

import dev.cordon.cli.client.CordonClient;
import dev.cordon.cli.client.CordonClient.Product;
import dev.cordon.model.Chance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What all clients know of, so that they get in each other's way.
record Known(String vpc, String vSwitch, Pool groups, Pool enis) {

    static Known make(CordonClient client) {
        String vpc = id(client, "CreateVpc", "VpcId", Map.of("CidrBlock", "10.0.0.0/8"));
        String vSwitch = id(
                client,
                "CreateVSwitch",
                "VSwitchId",
                Map.of("VpcId", vpc, "CidrBlock", "10.1.0.0/16", "ZoneId", "cn-hangzhou-a"));
        return new Known(vpc, vSwitch, new Pool(), new Pool());
    }

    private static String id(CordonClient client, String action, String field, Map<String, String> parameters) {
        return client.call(Product.VPC, action, new TreeMap<>(parameters))
                .path(field)
                .asString();
    }

    /// Ids of things that were there when they were last heard of.
    static final class Pool {

        private final List<String> ids = new ArrayList<>();

        synchronized void add(String id) {
            ids.add(id);
        }

        synchronized void remove(String id) {
            ids.remove(id);
        }

        synchronized int size() {
            return ids.size();
        }

        synchronized Optional<String> draw(Chance chance) {
            return ids.isEmpty() ? Optional.empty() : Optional.of(chance.of(ids));
        }
    }
}
