package dev.cordon.agent.kernel;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Kernel settings of the network namespace of the calling thread.
public final class Sysctl {

    private static final Path ROOT = Path.of("/proc/sys");

    private Sysctl() {}

    /// @param name such as `net/ipv4/ip_forward`
    public static String read(String name) {
        try {
            return Files.readString(ROOT.resolve(name)).strip();
        } catch (IOException failure) {
            throw new KernelException("cannot read kernel setting `" + name + "`: " + reason(failure), failure);
        }
    }

    public static void write(String name, String value) {
        try {
            Files.writeString(ROOT.resolve(name), value);
        } catch (IOException failure) {
            throw new KernelException("cannot set kernel setting `" + name + "`: " + reason(failure), failure);
        }
    }

    private static String reason(IOException failure) {
        return switch (failure) {
            case NoSuchFileException missing -> "this kernel has no such setting, or lacks the module";
            case AccessDeniedException refused -> "needs root (CAP_NET_ADMIN)";
            default -> String.valueOf(failure.getMessage());
        };
    }
}
