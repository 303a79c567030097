package dev.cordon.conformance.tidy;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The codes that the API can answer with, read from where the sources make an `EcsError`.
///
/// A code is text in the sources, or one of two texts, or put together with a name that is known
/// only at run time; what such a name can be is listed here.
final class ErrorCodes {

    /// A code with the status that goes with it, as in `InvalidVpcId.NotFound 404`.
    record Coded(String code, String status) {

        @Override
        public String toString() {
            return code + " " + status;
        }
    }

    private static final List<String> SIDES = List.of("Source", "Dest");

    /// What can stand for the part of a code that is put in at run time.
    private static final Map<String, List<String>> PARTS = Map.of(
            "side",
            SIDES,
            "side(occasion)",
            SIDES,
            "GeneralErrors.parameter",
            List.of("AccessKeyId", "Action", "Signature", "SignatureNonce", "Timestamp"),
            "MemberErrors.code",
            List.of("InvalidDescription.Malformed", "InvalidParameter"),
            "NetworkErrors.parameter",
            List.of("Description", "VSwitchName", "VpcName", "ZoneId"));

    private ErrorCodes() {}

    /// Returns all of them, in the order of the alphabet, each as code and status.
    static List<String> in(Collection<SourceFile> sources) {
        TreeSet<String> codes = new TreeSet<>();
        sources.stream()
                .filter(SourceFile::isMainJava)
                .filter(file -> file.text().contains("new EcsError("))
                .flatMap(ErrorCodes::in)
                .forEach(coded -> codes.add(coded.toString()));
        return List.copyOf(codes);
    }

    private static Stream<Coded> in(SourceFile file) {
        List<Coded> found = new ArrayList<>();
        CompilationUnitTree unit = JavaShape.unit(file);
        new TreeScanner<Void, String>() {
            @Override
            public Void visitNewClass(NewClassTree made, String type) {
                if (made.getIdentifier().toString().equals("EcsError")) {
                    found.addAll(coded(
                            made.getArguments().get(0), made.getArguments().get(1), type));
                }
                return super.visitNewClass(made, type);
            }
        }.scan(unit, file.path().replaceAll(".*/|\\.java", ""));
        return found.stream();
    }

    /// A code and a status that both depend on something depend on the same.
    private static List<Coded> coded(ExpressionTree code, ExpressionTree status, String type) {
        if (code instanceof ConditionalExpressionTree codes && status instanceof ConditionalExpressionTree statuses) {
            return Stream.concat(
                            coded(codes.getTrueExpression(), statuses.getTrueExpression(), type).stream(),
                            coded(codes.getFalseExpression(), statuses.getFalseExpression(), type).stream())
                    .toList();
        }
        return texts(code, type).stream()
                .map(text -> new Coded(text, status.toString()))
                .toList();
    }

    private static List<String> texts(ExpressionTree code, String type) {
        return switch (code) {
            case LiteralTree literal -> List.of(String.valueOf(literal.getValue()));
            case ParenthesizedTree inner -> texts(inner.getExpression(), type);
            case ConditionalExpressionTree either ->
                Stream.of(either.getTrueExpression(), either.getFalseExpression())
                        .flatMap(branch -> texts(branch, type).stream())
                        .toList();
            case BinaryTree both ->
                texts(both.getLeftOperand(), type).stream()
                        .flatMap(left ->
                                texts(both.getRightOperand(), type).stream().map(left::concat))
                        .toList();
            default -> parts(code.toString(), type);
        };
    }

    private static List<String> parts(String name, String type) {
        return Stream.of(type + "." + name, name)
                .filter(PARTS::containsKey)
                .map(PARTS::get)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        type + " puts `" + name + "` into a code: list in ErrorCodes what it can be"));
    }
}
