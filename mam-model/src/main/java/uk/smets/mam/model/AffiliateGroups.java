package uk.smets.mam.model;

import java.util.Set;

/** The GroupIDs in which an affiliated electricity supplier may not name certificates of the gas meter (clause 6). */
public final class AffiliateGroups {
    private static final Set<String> EXCEPTED = Set.of("EA", "EB", "EC");

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
}
