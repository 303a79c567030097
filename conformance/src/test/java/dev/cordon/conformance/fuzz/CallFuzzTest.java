package dev.cordon.conformance.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.cordon.ecs.http.Body;
import dev.cordon.ecs.http.HttpCall;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;

/// Calls of strangers: query, headers, form and both signatures. The line `METHOD path query`,
/// headers one a line, and the body behind an empty line.
@Tag("fuzz")
final class CallFuzzTest {

    private final FuzzedCloud cloud = new FuzzedCloud();

    @FuzzTest
    void isAnswered(byte[] bytes) {
        FuzzedCloud.checkAnswer(cloud.answer(call(Fuzzed.text(bytes))));
    }

    private static HttpCall call(String text) {
        int gap = text.indexOf("\n\n");
        String body = gap < 0 ? "" : text.substring(gap + 2);
        String[] lines = (gap < 0 ? text : text.substring(0, gap)).split("\n");
        String[] start = lines[0].split(" ", 3);
        Map<String, List<String>> headers = new TreeMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.computeIfAbsent(lines[i].substring(0, Math.max(0, colon)), name -> new ArrayList<>())
                    .add(lines[i].substring(colon + 1));
        }
        return new HttpCall(
                new HttpCall.Target(start[0], start.length > 1 ? start[1] : "/", start.length > 2 ? start[2] : ""),
                HttpCall.joined(headers),
                Body.of(body.getBytes(StandardCharsets.UTF_8)));
    }
}
