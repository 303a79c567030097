package dev.cordon.nft.lower;

/// Which view made something, counted from 0. The kernel may change a set or a map some time before
/// or after the lines that look into it, so what says something else needs a name that was never
/// used.
record Version(long number) {

    static final Version FIRST = new Version(0);

    Version next() {
        return new Version(number + 1);
    }

    String of(String name) {
        return number == 0 ? name : name + "/" + number;
    }
}
