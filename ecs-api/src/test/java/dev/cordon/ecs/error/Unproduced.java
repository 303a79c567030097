package dev.cordon.ecs.error;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/// Why some documented errors are never answered.
///
/// In the file a reason begins with `=`. Below it stand errors, those of all actions that nobody
/// else explains, or of those named before a colon.
final class Unproduced {

    /// A documented error of an action.
    ///
    /// @param told status and code
    record Error(String action, String told) {}

    private record Claim(String reason, List<String> actions, String told) {

        boolean isOf(Error error) {
            return told.equals(error.told()) && (actions.isEmpty() || actions.contains(error.action()));
        }
    }

    private static final List<Claim> CLAIMS = read();

    private Unproduced() {}

    private static List<Claim> read() {
        List<Claim> claims = new ArrayList<>();
        String reason = "";
        for (String line : text().lines().filter(line -> !line.isBlank()).toList()) {
            if (line.startsWith("=")) {
                reason = line.substring(1).strip();
                continue;
            }
            int colon = line.indexOf(':');
            List<String> actions = colon < 0 ? List.of() : split(line.substring(0, colon));
            for (String told : split(line.substring(colon + 1))) {
                claims.add(new Claim(reason, actions, told));
            }
        }
        return claims;
    }

    private static List<String> split(String list) {
        return Arrays.stream(list.split(",")).map(String::strip).toList();
    }

    /// Returns the errors that have no reason, or have two.
    static List<Error> withoutOneReason(Collection<Error> errors) {
        return errors.stream().filter(error -> reasons(error).size() != 1).toList();
    }

    /// Returns the claims that none of the errors needs.
    static List<String> needless(Collection<Error> errors) {
        return CLAIMS.stream()
                .filter(claim ->
                        errors.stream().noneMatch(error -> claims(error).contains(claim)))
                .map(Claim::toString)
                .toList();
    }

    /// What is said of an action by name counts before what is said of all.
    private static List<Claim> claims(Error error) {
        List<Claim> all = CLAIMS.stream().filter(claim -> claim.isOf(error)).toList();
        List<Claim> named =
                all.stream().filter(claim -> !claim.actions().isEmpty()).toList();
        return named.isEmpty() ? all : named;
    }

    private static List<String> reasons(Error error) {
        return claims(error).stream().map(Claim::reason).distinct().toList();
    }

    /// Returns the errors by their reasons, in Markdown.
    static String table(Collection<Error> errors) {
        StringBuilder text = new StringBuilder();
        for (String reason : CLAIMS.stream().map(Claim::reason).distinct().toList()) {
            List<Error> of = errors.stream()
                    .filter(error -> reasons(error).contains(reason))
                    .toList();
            text.append('\n').append(reason).append("\n\n| Actions | Errors |\n|---|---|\n");
            rows(of).forEach((actions, errorsOfActions) -> text.append("| ")
                    .append(actions)
                    .append(" | ")
                    .append(errorsOfActions)
                    .append(" |\n"));
        }
        return text.toString();
    }

    /// Returns errors that the same actions have, by those actions.
    private static TreeMap<String, String> rows(List<Error> errors) {
        TreeMap<String, List<String>> actions = new TreeMap<>();
        errors.forEach(error ->
                actions.computeIfAbsent(error.told(), told -> new ArrayList<>()).add(error.action()));
        TreeMap<String, String> rows = new TreeMap<>();
        actions.forEach((told, of) -> rows.merge(
                String.join(", ", of),
                Arrays.stream(told.split(" ")).collect(joining(" `", "", "`")),
                (first, second) -> first + ", " + second));
        return rows;
    }

    private static String text() {
        try (InputStream in = Unproduced.class.getResourceAsStream("unproduced-errors.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
