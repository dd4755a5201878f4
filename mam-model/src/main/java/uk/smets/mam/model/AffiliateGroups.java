package uk.smets.mam.model;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * The GroupIDs in which an affiliated electricity supplier must not give the certificates of the gas meter (clause 6).
 */
public final class AffiliateGroups {
    private static final Set<String> EXCEPTED = Set.of("EA", "EB", "EC");
    private static final Pattern FORM = Pattern.compile("[0-9A-Z]{2}");

    private AffiliateGroups() {}

    /**
     * Returns whether clause 6 excludes a group. This applies only to two affiliated suppliers.
     *
     * @param groupId the GroupID of the installation, two characters
     * @return true for {@code EA}, {@code EB} and {@code EC}
     */
    public static boolean areExcepted(String groupId) {
        return EXCEPTED.contains(groupId);
    }

    /**
     * Checks a GroupID. One in lower case would silently match no group.
     *
     * @param groupId the GroupID of an installation
     * @return the GroupID
     * @throws IllegalArgumentException if it is not two upper-case letters or digits
     */
    public static String requireGroupId(String groupId) {
        if (!FORM.matcher(groupId).matches()) {
            throw new IllegalArgumentException("GroupID: two upper-case letters or digits, such as EA");
        }
        return groupId;
    }
}
