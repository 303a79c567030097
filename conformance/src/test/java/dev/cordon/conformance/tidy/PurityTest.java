package dev.cordon.conformance.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.cordon.conformance.tidy.sample.low.Impure;
import dev.cordon.conformance.tidy.sample.low.Pure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PurityTest {

    @ParameterizedTest
    @ValueSource(strings = {"model", "spec", "engine", "analysis", "nft", "controlplane.command"})
    void pureCodeTouchesNothingOutside(String room) {
        assertThat(Purity.complaints(Compiled.PRODUCT.that(new InPackage("dev.cordon." + room))))
                .isEmpty();
    }

    @Test
    void impureCodeIsNoticed() {
        assertThat(Purity.complaints(new ClassFileImporter().importClasses(Impure.class)))
                .extracting(complaint -> complaint.replaceAll(".*mentions `(.*)`:.*", "$1"))
                .containsExactly(
                        "java.lang.Math.random",
                        "java.lang.System.getenv",
                        "java.lang.System.nanoTime",
                        "java.lang.Thread",
                        "java.nio.file.Path",
                        "java.time.Instant.now",
                        "java.util.UUID.randomUUID",
                        "java.util.concurrent.ConcurrentHashMap");
    }

    @Test
    void pureCodeIsLeftAlone() {
        assertThat(Purity.complaints(new ClassFileImporter().importClasses(Pure.class)))
                .isEmpty();
    }
}
