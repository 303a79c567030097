package dev.cordon.model.net;

/// The two families of IP addresses. Code is written once, for both.
public enum AddressFamily {
    IPV4(32),
    IPV6(128);

    private final int lengthBits;

    AddressFamily(int lengthBits) {
        this.lengthBits = lengthBits;
    }

    /// Returns the length of an address, in bits.
    public int lengthBits() {
        return lengthBits;
    }
}
