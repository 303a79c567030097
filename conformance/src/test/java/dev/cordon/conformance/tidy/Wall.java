package dev.cordon.conformance.tidy;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// A wall around one module: what its classes may use of the others, and which libraries.
///
/// @param packageRoot the module is this package and those below it
/// @param mayImport names of other walls
/// @param libraries roots of packages
record Wall(String name, String packageRoot, Set<String> mayImport, Set<String> libraries) {

    /// What every module may use: the platform, less its database interface, and the nullness
    /// annotations.
    private static final Set<String> FREE = Set.of("java", "javax", "org.jspecify");

    private static final Set<String> NOT_FREE = Set.of("java.sql", "javax.sql");

    static final String PRODUCT = "dev.cordon";

    /// Returns one complaint for each use that crosses a wall where it may not, sorted.
    static List<String> complaints(Iterable<JavaClass> classes, List<Wall> walls) {
        return StreamSupport.stream(classes.spliterator(), false)
                .flatMap(type -> complaints(type, walls))
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<String> complaints(JavaClass type, List<Wall> walls) {
        Optional<Wall> wall = around(type.getPackageName(), walls);
        if (wall.isEmpty()) {
            return Stream.of("`%s` is in no module: add its package to the table of modules".formatted(type.getName()));
        }
        return type.getDirectDependenciesFromSelf().stream()
                .map(Dependency::getTargetClass)
                .map(JavaClass::getBaseComponentType)
                .filter(target -> !target.isPrimitive())
                .flatMap(target -> wall.get().complaint(type, target, walls).stream());
    }

    private Optional<String> complaint(JavaClass type, JavaClass target, List<Wall> walls) {
        String use = "`%s` uses `%s`: ".formatted(type.getName(), target.getName());
        if (!isWithin(target.getPackageName(), PRODUCT)) {
            return mayUse(target.getPackageName())
                    ? Optional.empty()
                    : Optional.of(use
                            + "`%s` may use no library but %s; go through the module that may"
                                    .formatted(name, libraries.stream().sorted().toList()));
        }
        Optional<String> other = around(target.getPackageName(), walls).map(Wall::name);
        return other.filter(module -> module.equals(name) || mayImport.contains(module))
                        .isPresent()
                ? Optional.empty()
                : Optional.of(use
                        + "`%s` may import only %s; move what both need into one of these, or hand it in"
                                .formatted(name, mayImport.stream().sorted().toList()));
    }

    private boolean mayUse(String packageName) {
        boolean isFree = isWithinAny(packageName, FREE) && !isWithinAny(packageName, NOT_FREE);
        return isFree || isWithinAny(packageName, libraries);
    }

    private static Optional<Wall> around(String packageName, List<Wall> walls) {
        return walls.stream()
                .filter(wall -> isWithin(packageName, wall.packageRoot()))
                .findFirst();
    }

    private static boolean isWithinAny(String packageName, Set<String> roots) {
        return roots.stream().anyMatch(root -> isWithin(packageName, root));
    }

    private static boolean isWithin(String packageName, String root) {
        return packageName.equals(root) || packageName.startsWith(root + ".");
    }
}
