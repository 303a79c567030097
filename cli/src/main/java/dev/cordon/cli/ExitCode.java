package dev.cordon.cli;

/// What the end of a command says to the script that called it.
public enum ExitCode {
    /// Yes, or done.
    OK(0),
    /// The answer is no: not reachable, vectors failed, drift.
    NO(1),
    /// The command line is wrong.
    USAGE(2),
    /// The question could not be asked.
    COULD_NOT_ASK(3);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
