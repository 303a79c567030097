package dev.cordon.cli.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The functions that `./cordon` and `./verify` begin with, as a shell runs them where something is
/// missing: commands come from a folder of the test's own.
class LauncherTest {

    private static final Path SETUP =
            Path.of("..", ".ci", "setup.sh").toAbsolutePath().normalize();

    /// What a bare system has; anything else is missing unless a test puts it there.
    private static final List<String> BARE = List.of("sh", "sed", "readlink", "cat");

    @TempDir
    private Path folder;

    private Path commands;

    private record Ended(int exitCode, String out, String err) {}

    @BeforeEach
    void layBare() throws IOException {
        commands = Files.createDirectory(folder.resolve("bin"));
        for (String name : BARE) {
            Files.createSymbolicLink(commands.resolve(name), whereIs(name));
        }
        command("id", "echo 0");
    }

    private static Path whereIs(String name) {
        return List.of("/usr/bin", "/bin").stream()
                .map(place -> Path.of(place, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    private void command(String name, String body) throws IOException {
        executable(commands.resolve(name), body);
    }

    private static void executable(Path file, String body) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /// Makes what looks like a JDK.
    private Path jdk(String name, String version) throws IOException {
        Path jdk = folder.resolve(name);
        executable(jdk.resolve("bin/java"), "exit 0");
        executable(jdk.resolve("bin/javac"), "exit 0");
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return jdk;
    }

    /// Runs a script after the setup functions are there. They add the folders of the system to
    /// the path, so this takes them away again; and look for a JDK in the folders of the system,
    /// so a test that needs none there names those that it means.
    private Ended run(Map<String, String> environment, String script) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(
                        commands.resolve("sh").toString(),
                        "-c",
                        ". \"$0\"; PATH=$COMMANDS; " + script,
                        SETUP.toString())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment()
                .putAll(Map.of(
                        "PATH", commands.toString(), "COMMANDS", commands.toString(), "HOME", folder.toString()));
        int exitCode = builder.start().waitFor();
        return new Ended(exitCode, Files.readString(out), Files.readString(err, StandardCharsets.UTF_8));
    }

    private Ended run(String script) throws IOException, InterruptedException {
        return run(Map.of(), script);
    }

    @Test
    void withoutAJdkItSaysWhichToInstall() throws Exception {
        assertEquals(
                new Ended(
                        3,
                        "",
                        "cordon: no JDK 25 or newer found: install one (Debian 13: apt-get install"
                                + " openjdk-25-jdk-headless, elsewhere: Eclipse Temurin 25),"
                                + " or set CORDON_JDK to its folder\n"),
                run("is_usable_jdk() { return 1; }; find_jdk"));
    }

    @Test
    void takesTheJdkThatIsNamed() throws Exception {
        Path named = jdk("named", "25.0.3");
        assertEquals(
                new Ended(0, named + "\n", ""), run(Map.of("CORDON_JDK", named.toString()), "find_jdk; echo \"$jdk\""));
    }

    @Test
    void aJdkThatIsTooOldIsPassedOver() throws Exception {
        Path old = jdk("old", "17.0.9");
        Path newer = jdk("newer", "26");
        assertEquals(
                new Ended(
                        0,
                        newer + "\n",
                        "cordon: CORDON_JDK=" + old + " holds no JDK 25 or newer; looking elsewhere\n"),
                run(Map.of("CORDON_JDK", old.toString(), "JAVA_HOME", newer.toString()), "find_jdk; echo \"$jdk\""));
    }

    /// Such as one for another processor.
    @Test
    void aJdkThatDoesNotRunIsNone() throws Exception {
        Path broken = jdk("broken", "25");
        executable(broken.resolve("bin/java"), "exit 126");
        assertEquals(new Ended(0, "none\n", ""), run("is_usable_jdk " + broken + " || echo none"));
    }

    @Test
    void aRuntimeWithoutCompilerIsNoJdk() throws Exception {
        Path runtime = jdk("runtime", "25");
        Files.delete(runtime.resolve("bin/javac"));
        assertEquals(new Ended(0, "none\n", ""), run("is_usable_jdk " + runtime + " || echo none"));
    }

    @Test
    void withoutAptGetNothingIsInstalled() throws Exception {
        assertEquals(
                new Ended(
                        3,
                        "",
                        "cordon: missing for the build: maven util-linux"
                                + " (Debian, as root: apt-get install maven util-linux)\n"),
                run("require_maven"));
    }

    @Test
    void withoutRootNothingIsInstalled() throws Exception {
        command("id", "echo 1000");
        command("apt-get", "echo installed >&2");
        assertEquals(new Ended(1, "maven\n", ""), run("install_missing mvn:maven || { echo \"$missing\"; exit 1; }"));
    }

    @Test
    void namesWhatItInstallsFirst() throws Exception {
        Path nft = commands.resolve("nft");
        command("true", "exit 0");
        command("ln", "exec " + whereIs("ln") + " \"$@\"");
        command("apt-get", "echo \"apt-get $*\"; ln -s " + commands.resolve("true") + " " + nft);
        assertEquals(
                new Ended(
                        0,
                        "",
                        "cordon: installing missing packages: nftables\n"
                                + "apt-get -q -y install --no-install-recommends nftables\n"),
                run("install_missing nft:nftables"));
    }

    @Test
    void whatIsThereIsNotInstalled() throws Exception {
        command("nft", "exit 0");
        assertEquals(new Ended(0, "", ""), run("install_missing nft:nftables"));
    }

    @Test
    void whatCannotBeInstalledIsTold() throws Exception {
        command("apt-get", "exit 100");
        assertEquals(
                new Ended(1, "", "cordon: installing missing packages: nftables\n"),
                run("install_missing nft:nftables || exit 1"));
    }
}
