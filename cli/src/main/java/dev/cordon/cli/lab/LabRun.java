package dev.cordon.cli.lab;

import dev.cordon.cli.CliException;
import dev.cordon.cli.ClosedAtExit;
import dev.cordon.cli.Logging;
import dev.cordon.cli.Parts;
import dev.cordon.cli.Privileges;
import dev.cordon.wire.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Plays one scenario from beginning to end, for `cordon demo` and `cordon lab run`.
public final class LabRun {

    private static final String DEMO = "/examples/01-three-instances/scenario.yaml";

    public enum Form {
        TEXT,
        JSON
    }

    /// What to do when all acts are over.
    public enum Afterwards {
        TAKE_AWAY,
        KEEP
    }

    private final Scenario scenario;
    private final PrintWriter out;

    private LabRun(Scenario scenario, PrintWriter out) {
        this.scenario = scenario;
        this.out = out;
    }

    /// The case of the isolation page.
    public static LabRun demo(PrintWriter out) {
        try (InputStream yaml = LabRun.class.getResourceAsStream(DEMO)) {
            if (yaml == null) {
                throw new IllegalStateException("the jar has no `" + DEMO + "`");
            }
            return new LabRun(ScenarioFile.read(DEMO, new String(yaml.readAllBytes(), StandardCharsets.UTF_8)), out);
        } catch (IOException failure) {
            throw new CliException("cannot read the demo: " + failure.getMessage(), failure);
        }
    }

    public static LabRun of(Path file, PrintWriter out) {
        return new LabRun(ScenarioFile.read(file), out);
    }

    /// @return whether everything agreed
    public boolean play(Form form, Afterwards afterwards) throws InterruptedException {
        Privileges.requireForLab();
        Logging.onlyWarnings();
        Parts parts = new Parts();
        try (ClosedAtExit _ = new ClosedAtExit(parts)) {
            Lab lab = Lab.open(scenario, parts);
            boolean text = form == Form.TEXT;
            print(text ? scenario.title() + "\n" : "");
            LabReport report = lab.play(act -> print(text ? lab.text().act(act) : ""));
            print(text ? verdict(report) : Json.printPretty(lab.text().json(report)));
            if (afterwards == Afterwards.KEEP) {
                keep(lab);
            }
            return report.agrees();
        }
    }

    private static String verdict(LabReport report) {
        return report.agrees()
                ? "\nEverything agrees: what was expected, what policy says, what the packets did.\n"
                : "\nNot everything agrees: see the lines that say WRONG.\n";
    }

    private void keep(Lab lab) throws InterruptedException {
        print("\nKept until Ctrl-C. API at " + lab.node().credentials().endpoint() + "\n  host: nsenter --net="
                + lab.network().host().path() + "\n");
        for (Scenario.InstancePlan plan : scenario.instances()) {
            print("  " + plan.name() + ": nsenter --net="
                    + lab.network().guest(plan.name()).path() + "\n");
        }
        throw lab.node().awaitFailure();
    }

    private void print(String text) {
        out.print(text);
        out.flush();
    }
}
