package uk.smets.mam.cli.option;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.input.Input;
import uk.smets.mam.cli.input.UnsupportedDocumentException;
import uk.smets.mam.cli.table.GroupIdsFile;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Responsibilities;
import uk.smets.mam.model.Responsibility;
import uk.smets.mam.model.ValidationOptions;

/** Which meters of a schedule the supplier is responsible for, which only the supplier knows (clause 6). */
public final class ResponsibilityOptions {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(
            names = "--responsible-for",
            paramLabel = "METERS",
            converter = MetersConverter.class,
            completionCandidates = MetersConverter.Names.class,
            description = "The meters that are yours in every row: electricity, gas or both (default: not stated).")
    private Responsibility.@Nullable Meters responsibleFor;

    @Option(names = "--affiliated", description = "The supplier of the other meters is affiliated to you.")
    private boolean affiliated;

    @Option(
            names = "--group-ids",
            paramLabel = "FILE",
            description = "The GroupIDs of installations: a CSV file with the headings MPAN and GroupID.")
    private @Nullable String groupIds;

    /** Takes what is not on the command line from a file of settings; whose meters they are is one statement there. */
    public void complete(ResponsibilityOptions file) {
        if (responsibleFor == null) {
            responsibleFor = file.responsibleFor;
            affiliated |= file.affiliated;
        }
        if (groupIds == null) {
            groupIds = file.groupIds;
        }
    }

    /** The files that are read. */
    public List<String> inputs() {
        return groupIds == null ? List.of() : List.of(groupIds);
    }

    /**
     * The options with what is stated of every row.
     *
     * @throws IOException where the file of GroupIDs cannot be read
     */
    public ValidationOptions addTo(ValidationOptions options, Console console) throws IOException {
        ValidationOptions grouped = options.groupIds(groupIds(console));
        return all().map(stated -> grouped.responsibilities(Responsibilities.ofAll(stated)))
                .orElse(grouped);
    }

    /** For commands whose rows have no columns that say it. */
    public void requireMeters() {
        if (affiliated && responsibleFor == null && spec != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--affiliated says whose the other meters are: say with --responsible-for which are yours");
        }
    }

    Optional<Responsibility> all() {
        return meters().map(meters -> new Responsibility(meters, affiliated, Optional.empty()));
    }

    public Optional<Responsibility.Meters> meters() {
        return Optional.ofNullable(responsibleFor);
    }

    public boolean affiliated() {
        return affiliated;
    }

    /**
     * The GroupIDs of installations by their MPANs.
     *
     * @throws UnsupportedDocumentException where the file is not one of GroupIDs
     */
    public Map<Mpan, String> groupIds(Console console) throws IOException {
        if (groupIds == null) {
            return Map.of();
        }
        Input.ofFile(console, groupIds).table();
        return GroupIdsFile.read(groupIds, console.path(groupIds));
    }

    /** Says that the file of GroupIDs could not be read, and why. */
    public int fail(IOException trouble, Console console) {
        return Input.ofFile(console, String.valueOf(groupIds)).fail(trouble);
    }
}
