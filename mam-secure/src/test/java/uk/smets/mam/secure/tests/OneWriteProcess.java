package uk.smets.mam.secure.tests;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.csv.SmsoSplitWriter;
import uk.smets.mam.model.Smso;
import uk.smets.mam.secure.DraftedMail;
import uk.smets.mam.secure.MailDraft;
import uk.smets.mam.secure.SealOptions;
import uk.smets.mam.secure.Submission;
import uk.smets.mam.secure.archive.EncryptedArchive;
import uk.smets.mam.secure.archive.Overwriting;
import uk.smets.mam.testing.JavaProcess;

/** Seals, opens or splits once, in a separate process that a test watches or kills. */
final class OneWriteProcess {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2019-07-31T09:00:00Z"), ZoneOffset.UTC);

    private OneWriteProcess() {}

    static SealOptions sealing() {
        return SealOptions.defaults().withMailDraft(MailDraft.at(Parties.CLOCK));
    }

    /** The command line of such a program. */
    static String[] command(String what, Path from, Path to) {
        return JavaProcess.command(OneWriteProcess.class, what, from, to).toArray(String[]::new);
    }

    /** That command line after another one. */
    static String[] command(List<String> before, String what, Path from, Path to) {
        List<String> line = new ArrayList<>(before);
        line.addAll(List.of(command(what, from, to)));
        return line.toArray(String[]::new);
    }

    /**
     * Writes once.
     *
     * @param arguments the action, the file and the folder
     * @throws IOException if that fails
     */
    public static void main(String[] arguments) throws IOException {
        Path from = Path.of(arguments[1]);
        Path to = Path.of(arguments[2]);
        switch (arguments[0]) {
            case "seal" -> Submission.seal(from, to, Parties.SUPPLIER, sealing());
            case "seal again" ->
                Submission.seal(from, to, Parties.SUPPLIER, sealing().withOverwriting(Overwriting.allowed()));
            case "prepare" -> Submission.prepare(from, to, SealOptions.defaults(), Parties.CLOCK);
            case "mail" -> mail(from, to);
            case "open" -> EncryptedArchive.open(from, Sample.passwordFile(), to);
            case "split" -> split(from, to);
            case "password" -> Sample.passwordFile().write(to.resolve(Sample.PASSWORD_FILE_NAME));
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    /** Drafts the mail of the signed password file in a folder. */
    static DraftedMail mail(Path from, Path to) throws IOException {
        return Submission.mail(
                List.of(from.resolve(Sample.PASSWORD_FILE_NAME), from.resolve(Sample.PASSWORD_FILE_NAME + ".p7s")),
                Optional.of(from.resolve(Sample.ARCHIVE_NAME)),
                MailDraft.at(Parties.CLOCK),
                to.resolve("draft.eml"));
    }

    /** Splits the rows of a file into the files of three SMSOs. */
    static SmsoSplitWriter split(Path from, Path to) throws IOException {
        MigrationAuthorisation document = MigrationAuthorisation.parse(from);
        try (SmsoSplitWriter writer = SmsoSplitWriter.create(to, Sample.USER_ID, true, CLOCK)) {
            for (Smso smso : List.of(Smso.CGI, Smso.EDM, Smso.TRL)) {
                writer.write(smso, document.rows().get(0));
            }
            writer.finish();
            return writer;
        }
    }
}
