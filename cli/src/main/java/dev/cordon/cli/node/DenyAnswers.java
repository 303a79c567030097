package dev.cordon.cli.node;

import dev.cordon.agent.deny.Deny;
import dev.cordon.agent.deny.DenyLog;
import dev.cordon.agent.kernel.Glimpse;
import dev.cordon.model.net.Flow;
import dev.cordon.nft.text.LogPrefix.Subject;
import dev.cordon.server.v1.DeniesRoute;
import dev.cordon.wire.Json;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Answers `/v1/denies` from the denies of the local agent.
final class DenyAnswers {

    private final DenyLog log;

    DenyAnswers(DenyLog log) {
        this.log = log;
    }

    ObjectNode answer(DeniesRoute.Question question) {
        Predicate<Deny> wanted = deny -> question.eni().map(deny::isOf).orElse(true);
        DenyLog.Page page = question.after()
                .map(after -> after(after, question, wanted))
                .orElseGet(() -> log.newest(question.count(), wanted));
        ObjectNode root = Json.object()
                .put("next", page.next())
                .put("skipped", page.skipped())
                .put("lost", page.lost());
        ArrayNode denies = root.putArray("denies");
        page.denies().forEach(numbered -> write(numbered, denies.addObject()));
        return root;
    }

    private DenyLog.Page after(long after, DeniesRoute.Question question, Predicate<Deny> wanted) {
        try {
            return log.after(after, question.count(), wanted, question.patience());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new DenyLog.Page(List.of(), after, 0, log.lost());
        }
    }

    private static void write(DenyLog.Numbered numbered, ObjectNode into) {
        Deny deny = numbered.deny();
        into.put("number", numbered.number()).put("at", deny.at().toString());
        deny.what().eni().ifPresent(eni -> into.put("eni", eni.value()));
        into.put("direction", deny.what().direction().name().toLowerCase(Locale.ROOT));
        switch (deny.packet()) {
            case Glimpse.Whole(Flow flow) -> {
                FlowForm.addresses(flow.source(), flow.destination(), flow.protocol(), into);
                FlowForm.transport(flow.transport(), into);
            }
            case Glimpse.Addressed(var source, var destination, var protocol) ->
                FlowForm.addresses(source, destination, protocol, into);
            case Glimpse.Nothing() -> {}
        }
        into.put("stage", deny.what().stage().name());
        subject(deny.what().subject(), into);
        into.put("count", deny.count());
    }

    private static void subject(Subject subject, ObjectNode into) {
        switch (subject) {
            case Subject.Nothing() -> {}
            case Subject.Group(var group) -> into.put("group", group.value());
            case Subject.Rule(var group, var rule) ->
                into.put("group", group.value()).put("rule", rule.value());
            case Subject.Link(var name) -> into.put("link", name);
        }
    }
}
