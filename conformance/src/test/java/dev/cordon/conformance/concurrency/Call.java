package dev.cordon.conformance.concurrency;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// A write as it is sent.
///
/// @param about the ids and values that its commit cannot do without
record Call(Act act, SortedMap<String, String> parameters, List<String> about) {

    private static final String TOKEN = "ClientToken";

    static Call of(Act act, Map<String, String> parameters, String... about) {
        return new Call(act, new TreeMap<>(parameters), List.of(about));
    }

    /// Returns the call with a token, by which it takes effect once however often it is sent.
    Call withToken(String token) {
        SortedMap<String, String> all = new TreeMap<>(parameters);
        all.put(TOKEN, token);
        return new Call(act, all, about);
    }

    boolean hasToken() {
        return parameters.containsKey(TOKEN);
    }
}
