package dev.cordon.conformance.tidy;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Pure code has no clock, file, socket, thread, environment or randomness.
final class Purity {

    private static final Pattern IMPURE_TYPE = Pattern.compile("java\\.(?:io|nio\\.file|nio\\.channels|net)\\..*"
            + "|java\\.util\\.concurrent\\..*|java\\.util\\.random\\..*|java\\.util\\.logging\\..*"
            + "|java\\.util\\.(?:Random|SplittableRandom|Timer|Scanner)|java\\.security\\.SecureRandom"
            + "|java\\.lang\\.(?:Thread|ThreadLocal|Runtime|Process)(?!Exception).*|java\\.lang\\.foreign\\..*"
            + "|java\\.time\\.(?:Clock|InstantSource)");

    /// Immutable, and never a thread.
    private static final Set<String> PURE_TYPES = Set.of("java.util.concurrent.TimeUnit");

    private static final Pattern IMPURE_CALL = Pattern.compile("java\\.time\\.\\w+\\.now"
            + "|java\\.lang\\.Math\\.random|java\\.util\\.UUID\\.randomUUID|java\\.util\\.Collections\\.shuffle"
            + "|java\\.lang\\.System\\.(?!arraycopy$|identityHashCode$).*|java\\.lang\\.Object\\.(?:wait|notify|notifyAll)"
            + "|java\\.lang\\.(?:Integer\\.getInteger|Long\\.getLong|Boolean\\.getBoolean)");

    private Purity() {}

    /// Returns one complaint for each impure thing that a class mentions, sorted.
    static List<String> complaints(Iterable<JavaClass> classes) {
        return StreamSupport.stream(classes.spliterator(), false)
                .flatMap(type -> Stream.concat(impureTypes(type), impureCalls(type))
                        .map(name -> "`%s` mentions `%s`: pure code takes it as an argument, or leaves it to its caller"
                                .formatted(type.getName(), name)))
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<String> impureTypes(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .map(Dependency::getTargetClass)
                .map(target -> target.getBaseComponentType().getName())
                .filter(name -> IMPURE_TYPE.matcher(name).matches() && !PURE_TYPES.contains(name));
    }

    private static Stream<String> impureCalls(JavaClass type) {
        return Stream.concat(type.getCodeUnitCallsFromSelf().stream(), type.getCodeUnitReferencesFromSelf().stream())
                .map(JavaCodeUnitAccess::getTarget)
                .map(Purity::name)
                .filter(name -> IMPURE_CALL.matcher(name).matches());
    }

    private static String name(CodeUnitAccessTarget target) {
        return target.getOwner().getName() + "." + target.getName();
    }
}
