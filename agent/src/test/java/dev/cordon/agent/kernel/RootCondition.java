package dev.cordon.agent.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Decides what becomes of a test that [requires root][RequiresRoot].
final class RootCondition implements ExecutionCondition {

    private static final String REASON = "needs root: makes network namespaces";
    private static final int ROOT = 0;

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        ConditionEvaluationResult result =
                decide(context.getDisplayName(), isRoot(), "true".equals(System.getenv("CI")));
        if (result.isDisabled()) {
            System.out.println("skipped " + context.getDisplayName() + ": " + REASON);
        }
        return result;
    }

    static ConditionEvaluationResult decide(String test, boolean root, boolean ci) {
        if (root) {
            return ConditionEvaluationResult.enabled("root");
        }
        if (ci) {
            throw new IllegalStateException("`" + test + "` cannot be skipped in CI, and " + REASON);
        }
        return ConditionEvaluationResult.disabled(REASON);
    }

    private static boolean isRoot() {
        try {
            return (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == ROOT;
        } catch (IOException | UnsupportedOperationException notLinux) {
            return false;
        }
    }
}
