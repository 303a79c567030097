package dev.cordon.conformance.replay;

/// How a client library signs a call, and where it puts the parameters.
///
/// The libraries of Go escape like `url.Values`: in the order of the names, with `+` for a space.
enum Library {
    /// The older signature, POST, everything in the query; the type of the signature is there and
    /// empty.
    GO_CLASSIC,

    /// The same by GET, as for calls that the library has no type for: parameters that are empty
    /// are sent.
    GO_COMMON,

    /// The older signature, POST, who calls in the query and what is asked in the form.
    TEA_RPC,

    /// The newer signature, POST, what is asked in the query and the rest in headers.
    TEA_V3
}
