package uk.smets.mam.model;

import java.util.Set;
import java.util.regex.Pattern;

/** The GroupIDs in which an affiliated electricity supplier may not name certificates of the gas meter (clause 6). */
public final class AffiliateGroups {
    private static final Set<String> EXCEPTED = Set.of("EA", "EB", "EC");
    private static final Pattern FORM = Pattern.compile("[0-9A-Z]{2}");

    private AffiliateGroups() {}

    /**
     * Returns whether clause 6 excepts a group. The exception concerns two affiliated suppliers only.
     *
     * @param groupId the GroupID of the installation, two characters
     * @return true for {@code EA}, {@code EB} and {@code EC}
     */
    public static boolean areExcepted(String groupId) {
        return EXCEPTED.contains(groupId);
    }

    /**
     * Returns a GroupID that is of its form. One in lower case would silently not be excepted.
     *
     * @param groupId the GroupID of an installation
     * @return the GroupID
     * @throws IllegalArgumentException unless it is two upper-case letters or digits
     */
    public static String requireGroupId(String groupId) {
        if (!FORM.matcher(groupId).matches()) {
            throw new IllegalArgumentException("GroupID: two upper-case letters or digits, such as EA");
        }
        return groupId;
    }
}
