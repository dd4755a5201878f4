package uk.smets.mam.cli.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import uk.smets.mam.cli.console.Trouble;
import uk.smets.mam.cli.input.UnsupportedDocumentException;
import uk.smets.mam.csv.repair.ExtractRecords;
import uk.smets.mam.model.AffiliateGroups;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.ValidationOptions;

/** A file of the GroupIDs of installations: CSV with the headings MPAN and GroupID, saved in any way. */
public final class GroupIdsFile {
    private static final String MPAN = "mpan";
    private static final String GROUP_ID = "groupid";
    private static final List<String> HEADINGS = List.of(MPAN, GROUP_ID);

    private final Map<Mpan, String> groupIds = new HashMap<>();

    private GroupIdsFile() {}

    /**
     * Reads a file.
     *
     * @throws UnsupportedDocumentException where a line of it cannot be used; it names the line
     */
    public static Map<Mpan, String> read(String name, Path file) throws IOException {
        GroupIdsFile read = new GroupIdsFile();
        try (ExtractRecords records = ExtractRecords.open(
                file,
                text -> HEADINGS.contains(key(text)),
                ValidationOptions.defaults().named(name))) {
            read.read(records);
        }
        return read.groupIds;
    }

    private static String key(String heading) {
        return heading.strip().toLowerCase(Locale.ROOT);
    }

    private void read(ExtractRecords records) throws IOException {
        Optional<ExtractRecords.Line> first = records.next();
        List<String> headings = first.map(
                        line -> line.fields().stream().map(GroupIdsFile::key).toList())
                .orElse(List.of());
        if (HEADINGS.stream().anyMatch(heading -> Collections.frequency(headings, heading) != 1)) {
            throw new UnsupportedDocumentException(
                    "the headings MPAN and GroupID are expected in its first line, each once");
        }
        for (Optional<ExtractRecords.Line> line = records.next(); line.isPresent(); line = records.next()) {
            add(line.get(), headings.indexOf(MPAN), headings.indexOf(GROUP_ID));
        }
    }

    private void add(ExtractRecords.Line line, int mpanAt, int groupIdAt) throws UnsupportedDocumentException {
        List<String> fields = line.fields();
        if (line.problem().isPresent() || fields.size() <= Math.max(mpanAt, groupIdAt)) {
            throw unusable(line, line.problem().map(Finding::message).orElse("an MPAN and its GroupID are expected"));
        }
        try {
            Mpan mpan = Mpan.of(fields.get(mpanAt).strip());
            String groupId =
                    AffiliateGroups.requireGroupId(fields.get(groupIdAt).strip());
            String earlier = groupIds.putIfAbsent(mpan, groupId);
            if (earlier != null && !earlier.equals(groupId)) {
                throw unusable(line, "the MPAN has another GroupID in an earlier line: leave one of them out");
            }
        } catch (IllegalArgumentException e) {
            throw unusable(line, Trouble.withArgument(e));
        }
    }

    private static UnsupportedDocumentException unusable(ExtractRecords.Line line, String why) {
        return new UnsupportedDocumentException("line " + line.number() + ": " + why);
    }
}
