package dev.cordon.conformance.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.cordon.engine.explain.Explanation;
import dev.cordon.engine.explain.Question;
import dev.cordon.model.policy.Profile;
import dev.cordon.wire.Json;
import dev.cordon.wire.verdict.ExplanationForm;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;

/// What `explain` is asked: from, to, protocol, port and source port, one a line.
@Tag("fuzz")
final class QuestionFuzzTest {

    @FuzzTest
    void isAnsweredOrUnclear(byte[] bytes) {
        String[] words = Arrays.copyOf(Fuzzed.text(bytes).split("\n", -1), 5);
        Arrays.setAll(words, i -> words[i] == null ? "" : words[i]);
        Question.Words asked = new Question.Words(words[0], words[1], words[2], words[3], words[4]);
        if (Question.parse(SeedState.STATE, asked) instanceof Question.Clear(Question question)) {
            Json.print(ExplanationForm.write(Explanation.of(
                    Profile.ALIYUN_DEFAULT, SeedState.STATE, question.from(), question.to(), question.flow())));
        }
    }
}
