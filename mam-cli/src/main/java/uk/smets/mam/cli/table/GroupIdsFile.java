package uk.smets.mam.cli.table;

import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.model.AffiliateGroups;
import uk.smets.mam.model.Mpan;

/** Reads the GroupIDs of installations: a list with the headings MPAN and GroupID. */
public final class GroupIdsFile implements ListFile.Lines {
    private static final String MPAN = "mpan";
    private static final String GROUP_ID = "groupid";
    private static final List<String> HEADINGS = List.of(MPAN, GROUP_ID);

    private final Map<Mpan, String> groupIds = new HashMap<>();
    private int mpan = -1;
    private int groupId = -1;

    private GroupIdsFile() {}

    public static Map<Mpan, String> read(Console console, String name) throws IOException {
        GroupIdsFile file = new GroupIdsFile();
        ListFile.read(console, name, file);
        return file.groupIds;
    }

    private static String key(String heading) {
        return heading.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean isHeading(String text) {
        return HEADINGS.contains(key(text));
    }

    @Override
    public boolean isValue(String text) {
        return false;
    }

    @Override
    public void headings(List<String> headings) {
        List<String> keys = headings.stream().map(GroupIdsFile::key).toList();
        if (HEADINGS.stream().anyMatch(heading -> Collections.frequency(keys, heading) != 1)) {
            throw new IllegalArgumentException("the headings are MPAN and GroupID, each once");
        }
        mpan = keys.indexOf(MPAN);
        groupId = keys.indexOf(GROUP_ID);
    }

    @Override
    public void line(long number, List<String> values) {
        if (mpan < 0) {
            throw new IllegalArgumentException("the first line has no headings: write MPAN,GroupID");
        }
        if (values.size() <= Math.max(mpan, groupId)) {
            throw new IllegalArgumentException("the line has no MPAN or no GroupID");
        }
        String id = AffiliateGroups.requireGroupId(values.get(groupId));
        String earlier = groupIds.putIfAbsent(Mpan.of(values.get(mpan)), id);
        if (earlier != null && !earlier.equals(id)) {
            throw new IllegalArgumentException("an earlier line has another GroupID for this MPAN: remove one of them");
        }
    }
}
