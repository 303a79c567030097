package dev.cordon.cli.bench.api;

import dev.cordon.cli.CliException;
import dev.cordon.cli.lab.PrivateFolder;
import dev.cordon.cli.node.Node;
import dev.cordon.model.policy.Entity;
import dev.cordon.model.state.Revision;
import dev.cordon.store.Audit;
import dev.cordon.store.Commit;
import dev.cordon.store.Key;
import dev.cordon.store.Writes;
import dev.cordon.store.sqlite.SqliteSettings;
import dev.cordon.store.sqlite.SqliteStore;
import dev.cordon.wire.state.EntityForm;
import dev.cordon.wire.state.StoreKey;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.TreeMap;
import java.util.TreeSet;

/// The throughput of the ECS API: a server in a process of its own, with durable commits, and
/// clients in this one.
public final class ApiBench {

    private static final int OBJECTS_OF_COMMIT = 2_000;
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final String GROUP = "RegionId=" + Node.REGION + "&SecurityGroupId=";

    private ApiBench() {}

    /// What is measured.
    ///
    /// @param seconds how long each action is called and counted
    public record Settings(int groupCount, int eniCount, int clientCount, int seconds) {}

    /// What was measured.
    public record Result(Duration startTook, ApiLoad.Result authorize, ApiLoad.Result describe) {}

    /// Measures in a folder of its own, and leaves nothing behind.
    public static Result run(Settings settings) throws InterruptedException {
        Crowd crowd = new Crowd(settings.groupCount(), settings.eniCount());
        try (PrivateFolder folder = PrivateFolder.create()) {
            fill(folder.path(), crowd);
            try (ApiServer server = ApiServer.start(folder.path())) {
                ApiLoad load =
                        new ApiLoad(server, settings.clientCount(), WARM_UP, Duration.ofSeconds(settings.seconds()));
                ApiLoad.Result describe = load.run(
                        new ApiLoad.Calls("DescribeSecurityGroups", number -> GROUP + group(settings, number)));
                ApiLoad.Result authorize =
                        load.run(new ApiLoad.Calls("AuthorizeSecurityGroup", number -> rule(settings, number)));
                return new Result(server.startTook(), authorize, describe);
            }
        } catch (IOException failure) {
            throw new CliException("cannot use a temporary folder: " + failure.getMessage(), failure);
        }
    }

    private static String group(Settings settings, long number) {
        return Crowd.group((int) (number % settings.groupCount())).value();
    }

    /// Returns a rule that no call before has written.
    private static String rule(Settings settings, long number) {
        return "Permissions.1.IpProtocol=TCP&Permissions.1.PortRange=443%2F443&Permissions.1.SourceCidrIp=198.51."
                + (number / 256 % 256) + "." + number % 256 + "&" + GROUP + group(settings, number / 8);
    }

    private static void fill(Path folder, Crowd crowd) {
        try (SqliteStore store = SqliteStore.open(folder, SqliteSettings.DEFAULT)) {
            Iterator<Entity> objects = crowd.objects().iterator();
            Revision head = store.head();
            while (objects.hasNext()) {
                TreeMap<Key, String> puts = new TreeMap<>();
                while (objects.hasNext() && puts.size() < OBJECTS_OF_COMMIT) {
                    Entity entity = objects.next();
                    puts.put(new Key(StoreKey.of(entity.id())), EntityForm.print(entity));
                }
                Audit audit = new Audit(Instant.EPOCH, "bench", "fill", "Fill");
                store.commit(new Commit(head, new Writes(puts, new TreeSet<>()), audit));
                head = head.next();
            }
        }
    }
}
