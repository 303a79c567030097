package dev.cordon.cli;

import dev.cordon.agent.kernel.NftContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What this process may do to the kernel.
public final class Privileges {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String USER_IDS = "Uid:";

    /// Real, effective, saved and of files, in this order.
    private static final int EFFECTIVE = 1;

    private Privileges() {}

    /// Tells whether the effective user is root. False where there is no `/proc`, as on other
    /// systems than Linux.
    ///
    /// @spec https://man7.org/linux/man-pages/man5/proc_pid_status.5.html proc_pid_status
    public static boolean isRoot() {
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith(USER_IDS))
                    .anyMatch(line -> line.substring(USER_IDS.length())
                            .strip()
                            .split("\\s+")[EFFECTIVE]
                            .equals("0"));
        } catch (IOException notLinux) {
            return false;
        }
    }

    /// Ends the command unless it may make network namespaces and rulesets in them.
    public static void requireForLab() {
        requireForKernel("a lab needs root: it makes network namespaces");
    }

    /// Ends the command unless it may reach the rulesets of the kernel.
    ///
    /// @param why it needs root, which is said if it has not
    public static void requireForKernel(String why) {
        if (!isRoot()) {
            throw new CliException(why + "; try sudo");
        }
        requireNftables("");
    }

    /// Ends the command unless nftables can be reached.
    ///
    /// @param otherwise what can be done without it, to be said after a comma; may be empty
    public static void requireNftables(String otherwise) {
        if (!NftContext.isInstalled()) {
            throw new CliException("no libnftables on this machine: install the package nftables" + otherwise);
        }
    }
}
