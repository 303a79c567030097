package dev.cordon.model.net;

/// The flags of a TCP segment that say how a connection begins and ends.
public enum TcpFlag {
    SYN,
    ACK,
    FIN,
    RST
}
