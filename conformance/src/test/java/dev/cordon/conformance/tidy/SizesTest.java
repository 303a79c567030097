package dev.cordon.conformance.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SizesTest {

    @Test
    void aLongFileIsSplit() {
        assertThat(Sizes.complaints(file("class A {\n" + "\n".repeat(598) + "}\n")))
                .containsExactly("model/src/main/java/A.java has 600 lines, limit 600: split it by noun or by station");
        assertThat(Sizes.complaints(file("class A {\n" + "\n".repeat(597) + "}\n")))
                .isEmpty();
    }

    @Test
    void aTestFileMayBeLonger() {
        SourceFile test =
                new SourceFile("model/src/test/java/ATest.java", "class ATest {\n" + "\n".repeat(998) + "}\n");
        assertThat(Sizes.complaints(test))
                .containsExactly(
                        "model/src/test/java/ATest.java has 1000 lines, limit 1000: split it by noun or by station");
    }

    @Test
    void aLongMethodIsNamedInParts() {
        assertThat(Sizes.complaints(file("class A {\n  void go() {\n" + "\n".repeat(68) + "  }\n}\n")))
                .containsExactly("model/src/main/java/A.java:2: `go` has 70 lines, limit 70:"
                        + " name its parts as methods of their own");
        assertThat(Sizes.complaints(file("class A {\n  void go() {\n" + "\n".repeat(67) + "  }\n}\n")))
                .isEmpty();
    }

    @Test
    void manyParametersAreARecord() {
        assertThat(Sizes.complaints(file("class A { void go(int a, int b, int c, int d, int e, int f, int g) {} }")))
                .containsExactly("model/src/main/java/A.java:1: `go` has 7 parameters, limit 7:"
                        + " find the record that some of them are");
        assertThat(Sizes.complaints(file("class A { void go(int a, int b, int c, int d, int e, int f) {} }")))
                .isEmpty();
    }

    @Test
    void aWideRecordIsTwo() {
        String twelve = "int a, int b, int c, int d, int e, int f, int g, int h, int i, int j, int k, int l";
        assertThat(Sizes.complaints(file("record Wide(" + twelve + ") { static final int Z = 1; }")))
                .containsExactly("model/src/main/java/A.java: record `Wide` has 12 components, limit 12:"
                        + " make it two records");
        assertThat(Sizes.complaints(file("record Fits(" + twelve.replace(", int l", "") + ") {}")))
                .isEmpty();
    }

    @Test
    void theComponentsOfARecordAreNoParameters() {
        String seven = "(int a, int b, int c, int d, int e, int f, int g)";
        assertThat(Sizes.complaints(file("record Checked" + seven + " { Checked { a = Math.abs(a); } }")))
                .isEmpty();
        assertThat(Sizes.complaints(file("record Made" + seven + " { static Made of" + seven + " { return null; } }")))
                .containsExactly("model/src/main/java/A.java:1: `of` has 7 parameters, limit 7:"
                        + " find the record that some of them are");
    }

    @Test
    void theSpecStaysReadable() {
        SourceFile half = new SourceFile("spec/src/main/java/Half.java", "\n".repeat(250));
        assertThat(Sizes.specComplaints(List.of(half, half)))
                .containsExactly("`spec` has 500 lines, limit 500:"
                        + " say it more simply, or move what is no semantics to `model`");
        assertThat(Sizes.specComplaints(List.of(half))).isEmpty();
    }

    private static SourceFile file(String text) {
        return new SourceFile("model/src/main/java/A.java", text);
    }
}
