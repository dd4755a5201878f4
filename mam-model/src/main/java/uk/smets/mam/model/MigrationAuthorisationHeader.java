package uk.smets.mam.model;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;

/**
 * The header of a Migration Authorisation: its first three lines, of one field each, all mandatory (clause 7.2.2).
 *
 * <ol>
 *   <li>User ID: one of the supplier's, an EUI-64 of 23 characters. It is used to process the file; the User ID that is
 *       put on a device is the one in the subject of the SMKI certificate. Its Organisational Number identifies
 *       {@linkplain UserId#isSplitSiteWith split sites}.
 *   <li>Commissioned by DCC: {@code YES} or {@code NO}.
 *   <li>SMSO: a code of three letters. A supplier with Active Meters at several SMSOs sends a file for each.
 * </ol>
 *
 * @param userId a User ID of the supplier
 * @param commissionedByDcc whether the supplier wants DCC to commission the devices as part of the migration
 * @param smso the operator of every meter in the file
 */
public record MigrationAuthorisationHeader(UserId userId, boolean commissionedByDcc, Smso smso)
        implements DocumentHeader {
    /**
     * Creates a header.
     *
     * @param userId a User ID of the supplier
     * @param commissionedByDcc whether the supplier wants DCC to commission the devices as part of the migration
     * @param smso the operator of every meter in the file
     */
    public MigrationAuthorisationHeader {
        requireNonNull(userId, "userId");
        requireNonNull(smso, "smso");
    }

    /**
     * Returns the name of a file with this header that is created now (clause 7.2.1).
     *
     * @param clock supplies the time, which is truncated to seconds; its zone is ignored
     * @return the name, with this header's SMSO and User ID
     * @throws IllegalArgumentException if the clock's year, in UTC, is not from 1 to 9999
     */
    public MigrationAuthorisationFileName fileName(Clock clock) {
        return MigrationAuthorisationFileName.of(smso, userId, clock);
    }

    /**
     * Returns the name of a file with this header that was created at {@code instant} (clause 7.2.1).
     *
     * @param instant when the file was created, truncated to seconds
     * @return the name, with this header's SMSO and User ID
     * @throws IllegalArgumentException if the year of {@code instant}, in UTC, is not from 1 to 9999
     */
    public MigrationAuthorisationFileName fileName(Instant instant) {
        return MigrationAuthorisationFileName.of(smso, userId, instant);
    }

    /**
     * Returns whether a file name has the SMSO and User ID of this header (clause 7.2.1).
     *
     * @param fileName the name of a file
     * @return true if both agree
     */
    public boolean agreesWith(MigrationAuthorisationFileName fileName) {
        requireNonNull(fileName, "fileName");
        return smso == fileName.smso() && userId.equals(fileName.userId());
    }

    /** {@return this header, which cannot contain a meter point} */
    @Override
    public MigrationAuthorisationHeader masked() {
        return this;
    }
}
