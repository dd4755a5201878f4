package uk.smets.mam.csv.internal.table;

import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.MigrationAuthorisationFileName;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Smso;
import uk.smets.mam.model.UserId;
import uk.smets.mam.model.internal.finding.Reporter;

/** Checks the file name (clause 7.2.1). */
public final class FileNameRules {
    private FileNameRules() {}

    /** Checks a name, and compares it with the header as far as that could be read. */
    public static void check(String name, @Nullable Smso smso, @Nullable UserId userId, Reporter reporter) {
        Optional<MigrationAuthorisationFileName> found = MigrationAuthorisationFileName.find(name);
        if (found.isEmpty()) {
            reporter.file(
                    Rule.FILE_NAME_FORMAT,
                    "the file name does not have the form MA_<SMSO>_<User ID>_<YYYYMMDD>_<HHMMSS>.csv: rename "
                            + "the file before sending it");
            return;
        }
        MigrationAuthorisationFileName fileName = found.get();
        boolean otherSmso = smso != null && smso != fileName.smso();
        boolean otherUserId = userId != null && !userId.equals(fileName.userId());
        if (otherSmso || otherUserId) {
            StringJoiner ofName = new StringJoiner(" and ");
            StringJoiner ofHeader = new StringJoiner(" and ");
            if (smso != null) {
                ofName.add("SMSO " + fileName.smso());
                ofHeader.add(smso.toString());
            }
            if (userId != null) {
                ofName.add("User ID " + fileName.userId());
                ofHeader.add(userId.toString());
            }
            reporter.file(
                    Rule.FILE_NAME_MISMATCH,
                    "the file name has " + ofName + ", but the header has " + ofHeader + ": rename the file, or "
                            + "correct the header");
        }
    }
}
