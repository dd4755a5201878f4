package uk.smets.mam.csv;

import java.util.Optional;
import uk.smets.mam.model.MigrationAuthorisationFileName;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.internal.Reporter;

/** The rules of the file's name (clause 7.2.1). */
final class FileNameRules {
    private FileNameRules() {}

    static void check(String name, Optional<MigrationAuthorisationHeader> header, Reporter reporter) {
        Optional<MigrationAuthorisationFileName> fileName = MigrationAuthorisationFileName.find(name);
        if (fileName.isEmpty()) {
            reporter.file(
                    Rule.FILE_NAME_FORMAT,
                    "the name is not of the form MA_<SMSO>_<User ID>_<YYYYMMDD>_<HHMMSS>.csv: rename the file before it"
                            + " is sent");
        } else if (header.isPresent() && !header.get().agreesWith(fileName.get())) {
            reporter.file(
                    Rule.FILE_NAME_MISMATCH,
                    "the name says SMSO " + fileName.get().smso() + " and User ID "
                            + fileName.get().userId()
                            + ", the header " + header.get().smso() + " and "
                            + header.get().userId()
                            + ": rename the file, or correct the header");
        }
    }
}
