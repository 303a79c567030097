package dev.cordon.controlplane.execute;

import dev.cordon.controlplane.command.Answer;
import java.util.function.Function;

/// What makes a command take effect once, however often it is sent.
///
/// @param token digest of the client's own name for the call, unique within its account
/// @param fingerprint of what is asked: the same token with another is a mistake
/// @param answer makes the text that a repeated call is answered with
public record Once(String token, String fingerprint, Function<Answer, String> answer) {}
