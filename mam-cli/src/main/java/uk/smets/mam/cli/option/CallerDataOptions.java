package uk.smets.mam.cli.option;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ValidationOptions;

/** The options of every command that checks documents for what only the caller knows. */
public final class CallerDataOptions {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(
            names = "--checks",
            paramLabel = "FILE",
            description = "A JSON file with settings, those from --network-operators to --expect-participant; options"
                    + " given here take precedence.")
    private @Nullable String checks;

    @Mixin
    private final CallerData data = new CallerData();

    private ChecksFile.@Nullable Settings settings;

    /**
     * Reads the data.
     *
     * @throws ParameterException where the file of settings has one that is none
     * @throws IOException where a file cannot be read, or a list in it not be used
     */
    public ValidationOptions in(ValidationOptions options, Console console) throws IOException {
        return merged(console).in(options, console);
    }

    /** The rules that compare with the data that is given. */
    public Set<Rule> rules(Console console) throws IOException {
        return merged(console).rules();
    }

    /** The files and directories that are read, as the user knows them. */
    public List<String> inputs(Console console) throws IOException {
        List<String> inputs = new ArrayList<>(merged(console).inputs());
        if (checks != null) {
            inputs.add(checks);
        }
        return inputs;
    }

    /**
     * What the file of settings says of the supplier's responsibility.
     *
     * @throws IOException where the file cannot be read
     */
    public ResponsibilityOptions responsibility(Console console) throws IOException {
        return settings(console).responsibility();
    }

    private CallerData merged(Console console) throws IOException {
        return data.orElse(settings(console).data());
    }

    private ChecksFile.Settings settings(Console console) throws IOException {
        if (settings == null) {
            settings = checks == null ? new ChecksFile.Settings() : read(console, checks);
        }
        return settings;
    }

    private ChecksFile.Settings read(Console console, String name) throws IOException {
        try {
            return ChecksFile.read(console, name);
        } catch (ChecksFile.MistakeException e) {
            if (spec == null) {
                throw new IllegalStateException("not part of a command", e);
            }
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
