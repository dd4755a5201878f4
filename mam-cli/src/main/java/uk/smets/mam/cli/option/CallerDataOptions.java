package uk.smets.mam.cli.option;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.console.Usage;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ValidationOptions;

/** The options for data that only the caller has. */
public final class CallerDataOptions {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(
            names = "--checks",
            paramLabel = "FILE",
            description = "JSON file with settings for the options from --network-operators to"
                    + " --expect-participant; options on the command line take precedence.")
    private @Nullable String checks;

    @Mixin
    private final CallerData data = new CallerData();

    private ChecksFile.@Nullable Settings settings;

    /**
     * Reads the data and adds it to options.
     *
     * @throws ParameterException if the settings file is invalid
     * @throws IOException if a file cannot be read or used
     */
    public ValidationOptions in(ValidationOptions options, Console console) throws IOException {
        return merged(console).in(options, console);
    }

    /** Returns the rules that compare with the given data. */
    public Set<Rule> rules(Console console) throws IOException {
        return merged(console).rules();
    }

    /** Returns the names of the files and directories that are read. */
    public List<String> inputs(Console console) throws IOException {
        List<String> inputs = new ArrayList<>(merged(console).inputs());
        inputs.addAll(settings(console).responsibility().inputs());
        if (checks != null) {
            inputs.add(checks);
        }
        return inputs;
    }

    /**
     * Returns the supplier's responsibility from the settings file.
     *
     * @throws IOException if the file cannot be read
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
            throw Usage.error(spec, String.valueOf(e.getMessage()));
        }
    }
}
