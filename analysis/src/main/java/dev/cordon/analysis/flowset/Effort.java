package dev.cordon.analysis.flowset;

/// What one question may spend: the number of boxes that may still be made or compared.
///
/// Sets of flows can grow with the product of the rules that made them. A question that has spent
/// its effort says so, and never guesses.
public final class Effort {

    private long boxCountLeft;

    private Effort(long boxCountLeft) {
        this.boxCountLeft = boxCountLeft;
    }

    public static Effort ofBoxes(long boxCountMax) {
        return new Effort(boxCountMax);
    }

    /// Takes away what a step costs, and tells whether there was enough. Once there was not, there
    /// never is.
    boolean spend(long boxCount) {
        boxCountLeft = boxCount <= boxCountLeft ? boxCountLeft - boxCount : -1;
        return boxCountLeft >= 0;
    }
}
