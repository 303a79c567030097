package dev.cordon.conformance.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.cordon.conformance.tidy.sample.high.SeesLibrary;
import dev.cordon.conformance.tidy.sample.low.SeesHigh;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The table of modules: what may import what. Anything not listed is forbidden.
class LayersTest {

    private static final Set<String> JSON = Set.of("tools.jackson", "com.fasterxml.jackson.annotation");

    /// An answer crosses these walls as the tree that `wire` builds, reads and prints.
    private static final String JSON_TREE = "tools.jackson.databind";

    private static final List<Wall> MODULES = List.of(
            module("model", Set.of(), Set.of()),
            module("spec", Set.of("model"), Set.of()),
            module("engine", Set.of("model"), Set.of()),
            module("analysis", Set.of("model", "engine"), Set.of()),
            module("nft", Set.of("model", "engine"), Set.of()),
            module("wire", Set.of("model", "engine"), JSON),
            module("store", Set.of("model", "wire"), Set.of("org.sqlite", "java.sql", "javax.sql")),
            module("controlplane", Set.of("model", "engine", "wire", "store"), Set.of()),
            module("ecs", Set.of("model", "controlplane", "wire"), Set.of(JSON_TREE)),
            module(
                    "server",
                    Set.of("model", "engine", "wire", "ecs", "controlplane"),
                    Set.of("org.eclipse.jetty", "io.prometheus.metrics", JSON_TREE)),
            module("agent", Set.of("model", "engine", "nft", "wire"), Set.of()),
            module(
                    "cli",
                    Set.of(
                            "model",
                            "spec",
                            "engine",
                            "analysis",
                            "nft",
                            "wire",
                            "store",
                            "controlplane",
                            "ecs",
                            "server",
                            "agent",
                            "bench"),
                    Set.of("picocli", "tools.jackson")),
            module("bench", Set.of("model", "engine", "nft", "agent"), Set.of("org.openjdk.jmh")));

    private static final List<Wall> ROOMS_OF_MODEL = List.of(
            module("model.net", Set.of(), Set.of()),
            module("model.policy", Set.of("model.net"), Set.of()),
            module("model.state", Set.of("model.net", "model.policy"), Set.of()),
            module("model.verdict", Set.of("model.net", "model.policy"), Set.of()));

    @Test
    void modulesImportOnlyWhatTheTableLists() {
        assertThat(Wall.complaints(Compiled.PRODUCT, MODULES)).isEmpty();
    }

    @Test
    void theRoomsOfTheModelBuildOnEachOther() {
        JavaClasses model = Compiled.PRODUCT.that(new InPackage("dev.cordon.model"));
        assertThat(Wall.complaints(model, ROOMS_OF_MODEL)).isEmpty();
    }

    @Test
    void everyModuleWasRead() {
        for (Wall wall : MODULES) {
            assertThat(Compiled.PRODUCT.that(new InPackage(wall.packageRoot())))
                    .as(wall.name())
                    .isNotEmpty();
        }
    }

    @Test
    void crossingAWallIsNoticed() {
        JavaClasses samples = new ClassFileImporter().importClasses(SeesHigh.class, SeesLibrary.class);
        String sample = "dev.cordon.conformance.tidy.sample";
        List<Wall> walls = List.of(
                new Wall("low", sample + ".low", Set.of(), Set.of()),
                new Wall("high", sample + ".high", Set.of("low"), Set.of("org.sqlite")));
        assertThat(Wall.complaints(samples, walls))
                .containsExactly(
                        "`" + sample + ".high.SeesLibrary` uses `java.sql.Connection`:"
                                + " `high` may use no library but [org.sqlite]; go through the module that may",
                        "`" + sample + ".high.SeesLibrary` uses `org.assertj.core.api.Assertions`:"
                                + " `high` may use no library but [org.sqlite]; go through the module that may",
                        "`" + sample + ".low.SeesHigh` uses `" + sample + ".high.SeesLibrary`:"
                                + " `low` may import only []; move what both need into one of these, or hand it in");
        assertThat(Wall.complaints(samples, walls.subList(0, 1)))
                .contains("`" + sample + ".high.SeesLibrary` is in no module:"
                        + " add its package to the table of modules");
    }

    private static Wall module(String name, Set<String> mayImport, Set<String> libraries) {
        return new Wall(name, Wall.PRODUCT + "." + name, mayImport, libraries);
    }
}
