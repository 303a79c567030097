package dev.cordon.conformance.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Bad words are put together here from parts, or this file would complain about itself.
class WordsTest {

    @Test
    void wideDocCommentsAreBroken() {
        assertThat(Words.complaints(java("/// " + "x".repeat(97))))
                .containsExactly("A.java:1: a `///` line of 101 columns: break it before column 100");
        assertThat(Words.complaints(java("/// " + "x".repeat(96)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TO-DO", "FIX-ME", "XX-X"})
    void promisesAreKeptOrFiled(String promise) {
        String line = "// " + promise.replace("-", "") + ": later";
        assertThat(Words.complaints(java(line)))
                .containsExactly(
                        "A.java:1: a promise in a comment: do it now, or file an issue and remove the comment");
        assertThat(Words.complaints(new SourceFile("STYLE.md", line))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"work/main", "root/x", "home/ann/x"})
    void pathsOfOneMachineAreRefused(String path) {
        assertThat(Words.complaints(new SourceFile("a.md", "see /" + path + "/y")))
                .containsExactly("a.md:1: a path of one machine: use a relative path or a variable");
        assertThat(Words.complaints(new SourceFile("a.md", "see $HOME/" + path + "/y")))
                .isEmpty();
    }

    @Test
    void hostsOfRegistriesAreRefused() {
        assertThat(Words.complaints(new SourceFile("pom.xml", "https://repo." + "maven.apache.org/maven2")))
                .containsExactly("pom.xml:1: the host of a package registry: leave it to the settings of the machine");
        assertThat(Words.complaints(new SourceFile("pom.xml", "http://maven.apache.org/POM/4.0.0")))
                .isEmpty();
    }

    @Test
    void namesThatSayNothingAreRefused() {
        assertThat(Words.nameComplaints(java("class CidrUtils { static class StoreImpl2 {} }")))
                .containsExactly(
                        "A.java: `CidrUtils` says nothing: name the job that it does",
                        "A.java: `StoreImpl2` says nothing: name the job that it does");
        assertThat(Words.nameComplaints(java("class Simple { class Implicit {} }")))
                .isEmpty();
    }

    @Test
    void testsThatWouldNeverRunAreRefused() {
        assertThat(Words.nameComplaints(java("class Checks { @Test void works() {} }")))
                .containsExactly("A.java: `Checks` would never be run: end its name in `Test`");
        assertThat(Words.nameComplaints(java("abstract class Contract { @Test void works() {} }")))
                .isEmpty();
        assertThat(Words.nameComplaints(java("class ATest { @Test void works() {} }")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return switch (peer) {\n case Block(var b) -> 1;\n default -> 2; };",
                "return switch (kind) {\n case BASIC -> 1;\n default -> 2; };",
                "switch (kind) {\n case BASIC: return 1;\n default: return 2; }",
            })
    void defaultOverAClosedSetIsRefused(String body) {
        assertThat(Words.switchComplaints(java("class A { int go() { " + body + " } }")))
                .containsExactly("A.java:3: a `default` over a closed set: name every case");
    }

    @Test
    void defaultOverNumbersAndTextIsNeeded() {
        String body =
                "return switch (number) { case 1, 6 -> switch (text) { case \"a\" -> 1; default -> 2; }; default -> 3; };";
        assertThat(Words.switchComplaints(java("class A { int go() { " + body + " } }")))
                .isEmpty();
    }

    private static SourceFile java(String text) {
        return new SourceFile("A.java", text);
    }
}
