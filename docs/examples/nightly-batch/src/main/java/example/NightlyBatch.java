package example;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.smets.mam.csv.SmsoSplitWriter;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.MigrationAuthorisationFileName;
import uk.smets.mam.model.MigrationAuthorisationRow;
import uk.smets.mam.model.MigrationWeek;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Mprn;
import uk.smets.mam.model.Smso;
import uk.smets.mam.model.UserId;
import uk.smets.mam.secure.MailDraft;
import uk.smets.mam.secure.SealOptions;
import uk.smets.mam.secure.SealedSubmission;
import uk.smets.mam.secure.Submission;
import uk.smets.mam.secure.signature.FileSigner;
import uk.smets.mam.secure.smki.SmkiCertificates;

/** Authorises the installations of a database for the open Migration Week: one sealed file for each SMSO, each with a mail draft. */
public record NightlyBatch(UserId us, SmkiCertificates certificates, FileSigner signer, Clock clock) {
    private static final String QUERY = """
        SELECT i.smso, i.mpan, i.mprn, o.user_id AS operator
        FROM installation i LEFT JOIN network_operator o ON o.distributor = LEFT(i.mpan, 2)
        WHERE i.migrate ORDER BY i.smso, i.mpan
        """;

    /** What to send, and why rows were left out. */
    public record Result(List<SealedSubmission<Path>> sealed, List<Finding> rejected) {}

    public Result run(Connection database, Path work, Path outbox) throws IOException, SQLException {
        List<Finding> rejected = new ArrayList<>();
        List<SealedSubmission<Path>> sealed = new ArrayList<>();
        SealOptions options = SealOptions.defaults()
                .withMailDraft(MailDraft.at(clock).withSender("Migrations <migrations@example.com>"));
        for (MigrationAuthorisationFileName name : write(database, work, rejected)) {
            sealed.add(Submission.seal(work.resolve(name.toString()), outbox, signer, options));
        }
        return new Result(sealed, rejected);
    }

    private List<MigrationAuthorisationFileName> write(Connection database, Path work, List<Finding> rejected)
            throws IOException, SQLException {
        try (SmsoSplitWriter writer = SmsoSplitWriter.create(work, us, true, clock);
                Statement statement = database.createStatement();
                ResultSet found = statement.executeQuery(QUERY)) {
            while (found.next()) {
                try {
                    writer.write(Smso.of(found.getString("smso")), rowOf(found));
                } catch (InvalidDocumentException e) {
                    rejected.addAll(e.report().findings());
                }
            }
            return List.copyOf(writer.finish().keySet());
        }
    }

    private MigrationAuthorisationRow rowOf(ResultSet found) throws SQLException {
        var row = MigrationAuthorisationRow.builder().migrationWeek(MigrationWeek.openAt(clock));
        Optional.ofNullable(found.getString("mpan")).map(Mpan::of).ifPresent(row::mpan);
        Optional.ofNullable(found.getString("mprn")).map(Mprn::of).ifPresent(row::mprn);
        row.supplierCertificates(certificates.supplier(us, clock.instant()));
        Optional.ofNullable(found.getString("operator"))
                .map(UserId::of)
                .ifPresent(operator ->
                        row.networkOperatorCertificates(certificates.networkOperator(operator, clock.instant())));
        return row.build();
    }
}
