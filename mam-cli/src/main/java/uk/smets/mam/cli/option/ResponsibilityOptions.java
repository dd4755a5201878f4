package uk.smets.mam.cli.option;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.console.Usage;
import uk.smets.mam.cli.table.GroupIdsFile;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Responsibilities;
import uk.smets.mam.model.Responsibility;
import uk.smets.mam.model.ValidationOptions;

/** The options for the meters of a schedule that the supplier is responsible for (clause 6). */
public final class ResponsibilityOptions {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(
            names = "--responsible-for",
            paramLabel = "METERS",
            converter = Converters.OfMeters.class,
            completionCandidates = Converters.MeterNames.class,
            description = "Meters that are yours in every row: electricity, gas or both (default: not stated).")
    private Responsibility.@Nullable Meters responsibleFor;

    @Option(names = "--affiliated", description = "The supplier of the other meters is affiliated to you.")
    private boolean affiliated;

    @Option(
            names = "--group-ids",
            paramLabel = "FILE",
            description = "GroupIDs of installations: a CSV file with the headings MPAN and GroupID.")
    private @Nullable String groupIds;

    /** Completes the options from a settings file. The meters and the affiliation are completed together. */
    public void complete(ResponsibilityOptions file) {
        if (responsibleFor == null) {
            responsibleFor = file.responsibleFor;
            affiliated |= file.affiliated;
        }
        if (groupIds == null) {
            groupIds = file.groupIds;
        }
    }

    /** Returns the names of the files that are read. */
    public List<String> inputs() {
        return groupIds == null ? List.of() : List.of(groupIds);
    }

    /**
     * Returns the options with the responsibility for every row.
     *
     * @throws IOException if the file of GroupIDs cannot be read or used
     */
    public ValidationOptions addTo(ValidationOptions options, Console console) throws IOException {
        ValidationOptions grouped = options.groupIds(groupIds(console));
        return all().map(stated -> grouped.responsibilities(Responsibilities.ofAll(stated)))
                .orElse(grouped);
    }

    /** Refuses {@code --affiliated} without the meters that it refers to. */
    public void requireMeters() {
        requireMeters(meters().isPresent());
    }

    /** Refuses {@code --affiliated} unless the meters that it refers to are stated. */
    public void requireMeters(boolean stated) {
        if (affiliated && !stated) {
            throw Usage.error(spec, "--affiliated refers to the other meters: state yours with --responsible-for");
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
     * Returns the GroupIDs of installations by their MPANs.
     *
     * @throws IOException if the file cannot be read or used
     */
    public Map<Mpan, String> groupIds(Console console) throws IOException {
        return groupIds == null ? Map.of() : GroupIdsFile.read(console, groupIds);
    }
}
