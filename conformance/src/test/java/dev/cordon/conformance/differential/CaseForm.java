package dev.cordon.conformance.differential;

import dev.cordon.cli.vector.form.ConfigForm;
import dev.cordon.cli.vector.form.Fields;
import dev.cordon.cli.vector.form.PacketForm;
import dev.cordon.cli.vector.form.ProfileForm;
import dev.cordon.cli.vector.form.Profiles;
import dev.cordon.cli.vector.form.RuleForm;
import dev.cordon.cli.vector.form.StepForm;
import dev.cordon.cli.vector.run.SessionRun;
import dev.cordon.cli.vector.run.VerdictFields;
import dev.cordon.conformance.differential.History.Event;
import dev.cordon.conformance.differential.History.Event.Arrival;
import dev.cordon.conformance.differential.History.Event.Changed;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.Profile;
import dev.cordon.model.state.Change;
import dev.cordon.model.state.PolicyState;
import dev.cordon.model.state.Revision;
import dev.cordon.model.verdict.Verdict;
import dev.cordon.wire.Json;
import dev.cordon.wire.state.StateAt;
import dev.cordon.wire.state.StateForm;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Histories as vector files, so that `cordon conformance` runs what was found.
public final class CaseForm {

    private static final String PROFILE = "of-the-case";

    private CaseForm() {}

    /// Returns a file with one vector.
    ///
    /// @param expected says what is expected of each packet
    static String print(History history, HistoryReader expected) {
        ObjectNode file = Json.object().put("schemaVersion", 1).put("description", "");
        file.putObject("profiles").set(PROFILE, ProfileForm.write(history.profile()));
        ObjectNode vector = file.putArray("vectors").addObject();
        vector.put("id", "").put("title", "").put("kind", "session").put("basis", "derived");
        vector.put("profile", PROFILE);
        vector.set("config", StateForm.write(new StateAt(Revision.NONE, history.first())));
        vector.set("steps", steps(history, expected.read(history).iterator()));
        vector.putObject("expect").put("allSteps", true);
        return Json.printPretty(file);
    }

    private static ArrayNode steps(History history, Iterator<Verdict> expected) {
        ArrayNode steps = Json.object().putArray("steps");
        for (Event event : history.events()) {
            switch (event) {
                case Changed(var changes) -> steps.add(StepForm.write(changes));
                case Arrival arrival -> {
                    ObjectNode step = Json.object()
                            .put("op", "packet")
                            .put("at", seconds(arrival.at()))
                            .put("eni", arrival.eni().value())
                            .put("direction", RuleForm.word(arrival.direction()));
                    step.set("pkt", PacketForm.write(arrival.packet()));
                    step.set("expect", VerdictFields.of(expected.next()));
                    steps.add(step);
                }
            }
        }
        return steps;
    }

    private static BigDecimal seconds(Instant at) {
        return BigDecimal.valueOf(Duration.between(Instant.EPOCH, at).toNanos(), 9)
                .stripTrailingZeros();
    }

    /// Reads a vector of kind `decide`, or of kind `session` without `send`.
    public static History read(JsonNode profiles, JsonNode vector) {
        Profile profile = new Profiles(profiles).get(vector.path("profile").asString(Profiles.DEFAULT));
        PolicyState first = ConfigForm.read(vector.path("config"));
        return new History(
                profile,
                first,
                vector.path("kind").asString().equals("decide")
                        ? List.of(arrival(vector.path("flow"), vector.path("flow")))
                        : events(vector.path("steps"), first));
    }

    private static List<Event> events(JsonNode steps, PolicyState first) {
        List<Event> events = new ArrayList<>();
        PolicyState state = first;
        for (JsonNode step : steps) {
            if (step.path("op").asString().equals("packet")) {
                events.add(arrival(step, step.path("pkt")));
            } else {
                List<Change> changes = StepForm.changes(step, state);
                state = state.apply(changes);
                events.add(new Changed(changes));
            }
        }
        return events;
    }

    private static Arrival arrival(JsonNode where, JsonNode packet) {
        return new Arrival(
                SessionRun.at(where),
                new EniId(Fields.text(where, "eni")),
                RuleForm.direction(where, "direction"),
                PacketForm.read(packet));
    }
}
