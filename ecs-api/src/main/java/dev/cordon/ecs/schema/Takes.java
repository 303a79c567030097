package dev.cordon.ecs.schema;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The parameters that an action knows: those that it reads, and those that make no difference
/// here.
///
/// A parameter is written as its name on the wire with `N` for a number that counts: `VpcId`,
/// `SecurityGroupIds.N`, `Tag.N.Key`. Behind a whole number stands `#`, behind what is true or
/// false `?`. Every action knows what all actions have in common.
public final class Takes {

    /// Who owns what was a parameter once, and is told by the access key now.
    private static final Map<String, Kind> COMMON = named(
            "RegionId",
            "ClientToken",
            "DryRun?",
            "OwnerId#",
            "OwnerAccount",
            "ResourceOwnerId#",
            "ResourceOwnerAccount");

    private final SortedMap<String, Kind> read;
    private final List<String> ignored;

    private Takes(Map<String, Kind> read, List<String> ignored) {
        this.read = Collections.unmodifiableSortedMap(new TreeMap<>(read));
        this.ignored = ignored;
    }

    /// Returns a table of parameters that are read.
    public static Takes of(String... parameters) {
        return new Takes(named(parameters), List.of());
    }

    /// Returns this table with more parameters that are read.
    public Takes and(String... parameters) {
        SortedMap<String, Kind> more = new TreeMap<>(read);
        more.putAll(named(parameters));
        return new Takes(more, ignored);
    }

    /// Returns this table with parameters that make no difference here.
    ///
    /// @param parameters names without kinds; one that ends in `.*` stands for all that begin so
    public Takes ignoring(String... parameters) {
        return new Takes(
                read, Stream.concat(ignored.stream(), Arrays.stream(parameters)).toList());
    }

    /// Sees to it that nothing is read but what the table says.
    ///
    /// @param path the name on the wire, with `N` for numbers that count
    /// @param kind what it is read as; anything can be read as text
    /// @throws IllegalStateException if it is not there, or of another kind
    public void look(String path, Kind kind) {
        Optional<Kind> declared = Optional.ofNullable(read.get(path)).or(() -> Optional.ofNullable(COMMON.get(path)));
        boolean allowed = declared.isPresent() && (kind == Kind.TEXT || declared.get() == kind);
        if (!allowed) {
            throw new IllegalStateException("parameter `" + path + "` is not declared as " + kind);
        }
    }

    /// Returns the parameters that are read, in the order of their names.
    public SortedMap<String, Kind> read() {
        return read;
    }

    /// Returns the names and patterns of those that make no difference.
    public List<String> ignored() {
        return ignored;
    }

    /// Tells whether a name is that of a pattern, or begins as the pattern does.
    public static boolean fits(String pattern, String path) {
        return pattern.endsWith(".*")
                ? path.startsWith(pattern.substring(0, pattern.length() - 1))
                : path.equals(pattern);
    }

    /// Tells whether every action knows a parameter.
    public static boolean isCommon(String path) {
        return COMMON.containsKey(path);
    }

    private static SortedMap<String, Kind> named(String... parameters) {
        SortedMap<String, Kind> named = new TreeMap<>();
        Arrays.stream(parameters).forEach(parameter -> {
            Kind kind = kind(parameter);
            named.put(kind == Kind.TEXT ? parameter : parameter.substring(0, parameter.length() - 1), kind);
        });
        return named;
    }

    private static Kind kind(String parameter) {
        return parameter.endsWith("#") ? Kind.NUMBER : parameter.endsWith("?") ? Kind.FLAG : Kind.TEXT;
    }
}
