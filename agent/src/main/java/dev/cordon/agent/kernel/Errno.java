package dev.cordon.agent.kernel;

/// The error numbers that are met here, by name.
///
/// @spec https://man7.org/linux/man-pages/man3/errno.3.html errno
final class Errno {

    static final int EPERM = 1;
    static final int ENOENT = 2;
    static final int EINTR = 4;
    static final int EAGAIN = 11;
    static final int EBUSY = 16;
    static final int ENETUNREACH = 101;
    static final int ENOBUFS = 105;
    static final int EHOSTUNREACH = 113;

    private Errno() {}

    static String text(int errno) {
        return switch (errno) {
            case EPERM -> "EPERM, needs root (CAP_NET_ADMIN)";
            case ENOENT -> "ENOENT, no such object";
            case EINTR -> "EINTR, interrupted";
            case EAGAIN -> "EAGAIN, nothing there in time";
            case EBUSY -> "EBUSY, in use";
            case ENOBUFS -> "ENOBUFS, messages were lost";
            case 9 -> "EBADF, not open";
            case 12 -> "ENOMEM, out of memory";
            case 13 -> "EACCES, not allowed";
            case 17 -> "EEXIST, exists already";
            case 19 -> "ENODEV, no such link";
            case 22 -> "EINVAL, invalid argument";
            case 24 -> "EMFILE, too many open files";
            case 93 -> "EPROTONOSUPPORT, the kernel lacks this protocol";
            case 95 -> "EOPNOTSUPP, the kernel does not support this";
            case ENETUNREACH -> "ENETUNREACH, no route";
            case EHOSTUNREACH -> "EHOSTUNREACH, no such host on the link";
            default -> "errno " + errno;
        };
    }
}
