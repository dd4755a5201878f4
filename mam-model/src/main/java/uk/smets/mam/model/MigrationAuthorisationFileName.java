package uk.smets.mam.model;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The name of a Migration Authorisation file, {@code MA_<SMSO>_<User ID>_<YYYYMMDD>_<HHMMSS>.csv}, such as
 * {@code MA_CGI_70-B3-D5-1F-30-00-A0-01_20181207_134412.csv} (clause 7.2.1), and the names of its encrypted archive and
 * password file, which follow from it (clause 7.5).
 *
 * <p>The SMSO and the User ID are those of the file's header. The MAM does not define a time zone for the date and
 * time. This library uses UTC, as for the dates in the file.
 *
 * @param smso the operator of the meters in the file
 * @param userId the supplier's User ID
 * @param createdAt when the file was created, in UTC, to the second
 */
public record MigrationAuthorisationFileName(Smso smso, UserId userId, LocalDateTime createdAt) {
    private static final String FORM =
            "a Migration Authorisation is named MA_<SMSO>_<User ID>_<YYYYMMDD>_<HHMMSS>.csv, such as "
                    + "MA_CGI_70-B3-D5-1F-30-00-A0-01_20181207_134412.csv";

    private static final String PREFIX = "MA";
    private static final String PASSWORD_PREFIX = "MAPASSWORD";
    private static final String EXTENSION = ".csv";
    private static final String ARCHIVE_EXTENSION = ".zip";

    /** Every part has a fixed length, so that the position of each is known. */
    private static final int SMSO_AT = PREFIX.length() + 1;

    private static final int USER_ID_AT = SMSO_AT + 3 + 1;
    private static final int DATE_AT = USER_ID_AT + 23 + 1;
    private static final int TIME_AT = DATE_AT + CompactDate.LENGTH + 1;
    private static final int TIME_LENGTH = 6;
    private static final int EXTENSION_AT = TIME_AT + TIME_LENGTH;
    private static final int LENGTH = EXTENSION_AT + EXTENSION.length();

    /**
     * Creates a name.
     *
     * @param smso the operator of the meters in the file
     * @param userId the supplier's User ID
     * @param createdAt when the file was created, in UTC, to the second
     * @throws IllegalArgumentException if {@code createdAt} has a fraction of a second, or a year that is not from 1 to
     *     9999: a name cannot represent them
     */
    public MigrationAuthorisationFileName {
        requireNonNull(smso, "smso");
        requireNonNull(userId, "userId");
        if (!requireNonNull(createdAt, "createdAt")
                .truncatedTo(ChronoUnit.SECONDS)
                .equals(createdAt)) {
            throw new IllegalArgumentException("a file name holds whole seconds; got " + createdAt);
        }
        if (!CompactDate.isYear(createdAt.getYear())) {
            throw new IllegalArgumentException("a file name holds the years " + CompactDate.MIN_YEAR + " to "
                    + CompactDate.MAX_YEAR + "; got the year " + createdAt.getYear());
        }
    }

    /**
     * Returns the name of a file that is created now.
     *
     * @param smso the operator of the meters in the file
     * @param userId the supplier's User ID
     * @param clock supplies the time, which is truncated to seconds; its zone is ignored
     * @return the name
     * @throws IllegalArgumentException if the clock's year, in UTC, is not from 1 to 9999
     */
    public static MigrationAuthorisationFileName of(Smso smso, UserId userId, Clock clock) {
        return of(smso, userId, requireNonNull(clock, "clock").instant());
    }

    /**
     * Returns the name of a file that was created at {@code instant}.
     *
     * @param smso the operator of the meters in the file
     * @param userId the supplier's User ID
     * @param instant when the file was created, truncated to seconds
     * @return the name
     * @throws IllegalArgumentException if the year of {@code instant}, in UTC, is not from 1 to 9999
     */
    public static MigrationAuthorisationFileName of(Smso smso, UserId userId, Instant instant) {
        LocalDateTime createdAt = LocalDateTime.ofInstant(requireNonNull(instant, "instant"), ZoneOffset.UTC);
        return new MigrationAuthorisationFileName(smso, userId, createdAt.truncatedTo(ChronoUnit.SECONDS));
    }

    /**
     * Returns the name in {@code fileName}.
     *
     * @param fileName a name without folders, exactly as in clause 7.2.1: a current SMSO code, the User ID in upper
     *     case, a valid date and time, and the extension {@code .csv}
     * @return the name
     * @throws IllegalArgumentException if {@code fileName} is not valid; the message names the part that is wrong
     */
    public static MigrationAuthorisationFileName parse(String fileName) {
        String defect = defectOf(requireNonNull(fileName, "fileName"));
        if (defect != null) {
            throw new IllegalArgumentException(FORM + "; " + defect);
        }
        return decode(fileName);
    }

    /**
     * Returns the name in {@code fileName}, or empty if it is not valid.
     *
     * @param fileName the text
     * @return the name, or empty if {@code fileName} is not exactly of the form that {@link #parse} takes
     */
    public static Optional<MigrationAuthorisationFileName> find(String fileName) {
        return defectOf(requireNonNull(fileName, "fileName")) == null
                ? Optional.of(decode(fileName))
                : Optional.empty();
    }

    /** {@return the file's name, {@code MA_….csv}} */
    public String format() {
        return PREFIX + stem() + EXTENSION;
    }

    /** {@return the name of the file's encrypted archive, {@code MA_….zip} (clause 7.5.1)} */
    public String archiveName() {
        return PREFIX + stem() + ARCHIVE_EXTENSION;
    }

    /** {@return the name of the archive's password file, {@code MAPASSWORD_….csv} (clause 7.5.2)} */
    public String passwordFileName() {
        return PASSWORD_PREFIX + stem() + EXTENSION;
    }

    /** {@return the same as {@link #format}} */
    @Override
    public String toString() {
        return format();
    }

    private String stem() {
        int time = (createdAt.getHour() * 100 + createdAt.getMinute()) * 100 + createdAt.getSecond();
        return "_" + smso + "_" + userId + "_" + CompactDate.format(createdAt.toLocalDate()) + "_"
                + CompactDate.padded(time, TIME_LENGTH);
    }

    /** Describes why {@code name} is not a file name of clause 7.2.1, or returns null if it is. */
    private static @Nullable String defectOf(String name) {
        if (name.length() != LENGTH) {
            return Wording.got(name) + " instead of " + LENGTH;
        }
        if (!name.startsWith(PREFIX + "_") || !name.endsWith(EXTENSION)) {
            return "it must start with " + PREFIX + "_ and end with " + EXTENSION;
        }
        if (name.charAt(USER_ID_AT - 1) != '_' || name.charAt(DATE_AT - 1) != '_' || name.charAt(TIME_AT - 1) != '_') {
            return "there must be an underscore at characters " + USER_ID_AT + ", " + DATE_AT + " and " + TIME_AT;
        }
        String smso = smsoIn(name);
        if (Smso.find(smso).isEmpty()) {
            return Smso.findSuperseded(smso)
                    .map(current -> smso + " is the superseded code of the SMSO " + current)
                    .orElse("characters " + (SMSO_AT + 1) + " to " + (USER_ID_AT - 1) + " are not the code of an SMSO");
        }
        if (UserId.find(userIdIn(name))
                .filter(id -> id.toString().equals(userIdIn(name)))
                .isEmpty()) {
            return "characters " + (USER_ID_AT + 1) + " to " + (DATE_AT - 1) + " are not a User ID in upper case";
        }
        if (CompactDate.find(dateIn(name)).isEmpty()) {
            return "characters " + (DATE_AT + 1) + " to " + (TIME_AT - 1) + " are not a real date YYYYMMDD";
        }
        if (findTime(timeIn(name)).isEmpty()) {
            return "characters " + (TIME_AT + 1) + " to " + EXTENSION_AT + " are not a real time HHMMSS";
        }
        return null;
    }

    private static MigrationAuthorisationFileName decode(String name) {
        return new MigrationAuthorisationFileName(
                Smso.of(smsoIn(name)),
                UserId.of(userIdIn(name)),
                LocalDateTime.of(
                        CompactDate.find(dateIn(name)).orElseThrow(),
                        findTime(timeIn(name)).orElseThrow()));
    }

    private static String smsoIn(String name) {
        return name.substring(SMSO_AT, USER_ID_AT - 1);
    }

    private static String userIdIn(String name) {
        return name.substring(USER_ID_AT, DATE_AT - 1);
    }

    private static String dateIn(String name) {
        return name.substring(DATE_AT, TIME_AT - 1);
    }

    private static String timeIn(String name) {
        return name.substring(TIME_AT, EXTENSION_AT);
    }

    private static Optional<LocalTime> findTime(String text) {
        if (!CompactDate.isDigits(text, TIME_LENGTH)) {
            return Optional.empty();
        }
        int hour = Integer.parseInt(text, 0, 2, 10);
        int minute = Integer.parseInt(text, 2, 4, 10);
        int second = Integer.parseInt(text, 4, TIME_LENGTH, 10);
        return hour < 24 && minute < 60 && second < 60
                ? Optional.of(LocalTime.of(hour, minute, second))
                : Optional.empty();
    }
}
