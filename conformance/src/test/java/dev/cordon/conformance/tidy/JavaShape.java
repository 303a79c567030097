package dev.cordon.conformance.tidy;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConstantCaseLabelTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.PatternCaseLabelTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.lang.model.element.Modifier;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// What the compiler's parser sees in one source file, as far as the house rules ask.
///
/// @param openSwitchLines lines of a `default` in a switch whose other labels are names or patterns
/// @param testClasses concrete top-level classes that hold test methods
record JavaShape(
        List<Method> methods,
        List<RecordType> records,
        List<String> types,
        List<Long> openSwitchLines,
        List<String> testClasses) {

    /// A method or constructor.
    ///
    /// @param lineCount from its first modifier to its last brace
    /// @param parameterCount 0 for the constructor that a record's components already count for
    record Method(String name, long line, long lineCount, int parameterCount) {}

    /// A record, with the number of its components.
    record RecordType(String name, int componentCount) {}

    private static final Set<String> TEST_ANNOTATIONS =
            Set.of("Test", "ParameterizedTest", "RepeatedTest", "TestFactory", "FuzzTest");

    /// Several checks ask about the same file, and parsing is what they spend their time on.
    private static final Map<SourceFile, JavaShape> PARSED = new ConcurrentHashMap<>();

    static JavaShape of(SourceFile file) {
        return PARSED.computeIfAbsent(file, JavaShape::parse);
    }

    private static JavaShape parse(SourceFile file) {
        JavacTask task = task(file);
        Scanner scanner = new Scanner(Trees.instance(task).getSourcePositions());
        units(task).forEach(unit -> scanner.scan(unit, unit));
        return scanner.shape();
    }

    /// Returns a file as the parser sees it.
    static CompilationUnitTree unit(SourceFile file) {
        return units(task(file)).getFirst();
    }

    private static JavacTask task(SourceFile file) {
        return (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, null, List.of("-proc:none"), null, List.of(new Source(file)));
    }

    private static List<CompilationUnitTree> units(JavacTask task) {
        try {
            List<CompilationUnitTree> units = new ArrayList<>();
            task.parse().forEach(units::add);
            return units;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(SourceFile file) {
            super(URI.create("string:///" + file.path()), Kind.SOURCE);
            this.text = file.text();
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class Scanner extends TreeScanner<Void, CompilationUnitTree> {
        private final SourcePositions positions;
        private final List<Method> methods = new ArrayList<>();
        private final List<RecordType> records = new ArrayList<>();
        private final Set<MethodTree> canonicalConstructors = new HashSet<>();
        private final List<String> types = new ArrayList<>();
        private final List<Long> openSwitchLines = new ArrayList<>();
        private final List<String> testClasses = new ArrayList<>();

        Scanner(SourcePositions positions) {
            this.positions = positions;
        }

        JavaShape shape() {
            return new JavaShape(methods, records, types, openSwitchLines, testClasses);
        }

        @Override
        public Void visitClass(ClassTree type, CompilationUnitTree unit) {
            String name = type.getSimpleName().toString();
            types.add(name);
            if (type.getKind() == Tree.Kind.RECORD) {
                inspectRecord(type);
            }
            boolean isConcrete = !type.getModifiers().getFlags().contains(Modifier.ABSTRACT);
            if (isConcrete
                    && unit.getTypeDecls().contains(type)
                    && type.getMembers().stream().anyMatch(Scanner::isTest)) {
                testClasses.add(name);
            }
            return super.visitClass(type, unit);
        }

        private void inspectRecord(ClassTree type) {
            List<? extends Tree> components =
                    type.getMembers().stream().filter(Scanner::isInstanceField).toList();
            records.add(new RecordType(type.getSimpleName().toString(), components.size()));
            for (Tree member : type.getMembers()) {
                if (member instanceof MethodTree method
                        && method.getReturnType() == null
                        && method.getParameters().size() == components.size()) {
                    canonicalConstructors.add(method);
                }
            }
        }

        @Override
        public Void visitMethod(MethodTree method, CompilationUnitTree unit) {
            long line = line(positions.getStartPosition(unit, method), unit);
            long last = line(positions.getEndPosition(unit, method), unit);
            int parameterCount = canonicalConstructors.contains(method)
                    ? 0
                    : method.getParameters().size();
            methods.add(new Method(method.getName().toString(), line, last - line + 1, parameterCount));
            return super.visitMethod(method, unit);
        }

        @Override
        public Void visitSwitch(SwitchTree tree, CompilationUnitTree unit) {
            inspect(tree.getCases(), unit);
            return super.visitSwitch(tree, unit);
        }

        @Override
        public Void visitSwitchExpression(SwitchExpressionTree tree, CompilationUnitTree unit) {
            inspect(tree.getCases(), unit);
            return super.visitSwitchExpression(tree, unit);
        }

        private void inspect(List<? extends CaseTree> cases, CompilationUnitTree unit) {
            boolean isClosed =
                    cases.stream().flatMap(one -> one.getLabels().stream()).anyMatch(Scanner::isNameOrPattern);
            for (CaseTree one : cases) {
                if (isClosed && one.getLabels().stream().anyMatch(DefaultCaseLabelTree.class::isInstance)) {
                    openSwitchLines.add(line(positions.getStartPosition(unit, one), unit));
                }
            }
        }

        private static boolean isNameOrPattern(Tree label) {
            return label instanceof PatternCaseLabelTree
                    || (label instanceof ConstantCaseLabelTree constant
                            && constant.getConstantExpression() instanceof IdentifierTree);
        }

        private static boolean isInstanceField(Tree member) {
            return member instanceof VariableTree field
                    && !field.getModifiers().getFlags().contains(Modifier.STATIC);
        }

        private static boolean isTest(Tree member) {
            return member instanceof MethodTree method
                    && method.getModifiers().getAnnotations().stream()
                            .map(AnnotationTree::getAnnotationType)
                            .anyMatch(type -> TEST_ANNOTATIONS.contains(type.toString()));
        }

        private static long line(long position, CompilationUnitTree unit) {
            return unit.getLineMap().getLineNumber(position);
        }
    }
}
