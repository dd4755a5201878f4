package uk.smets.mam.secure.tests;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.model.UserId;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.secure.OpenOptions;
import uk.smets.mam.secure.RejectionNotice;
import uk.smets.mam.secure.RejectionReason;
import uk.smets.mam.secure.Resubmission;
import uk.smets.mam.secure.SealedSubmission;
import uk.smets.mam.secure.Submission;
import uk.smets.mam.secure.signature.FileVerifier;
import uk.smets.mam.secure.signature.Trust;

/** The answer of a DCC-side system to the sender of a rejected file. */
class RejectionNoticeTest {
    private static final Instant RECEIVED = Instant.parse("2019-08-01T09:30:00Z");

    @TempDir
    private Path folder;

    private SealedSubmission<Path> sealed;

    @BeforeEach
    void seal() throws IOException {
        sealed = Submission.seal(Sample.in(folder), folder, Parties.SUPPLIER);
    }

    private SecureExchangeException refusal(FileVerifier verifier) {
        return catchThrowableOfType(
                SecureExchangeException.class,
                () -> Submission.read(
                        sealed.archive(), sealed.passwordFile(), sealed.signature(), verifier, OpenOptions.defaults()));
    }

    private static RejectionNotice notice(SecureExchangeException refusal) {
        return RejectionNotice.of(Sample.ARCHIVE_NAME, RECEIVED, refusal);
    }

    @Test
    void damagedArchiveMustBeSentAgain() throws IOException {
        Files.write(sealed.archive(), new byte[] {0}, StandardOpenOption.APPEND);

        RejectionNotice notice = notice(refusal(Parties.DCC));

        assertThat(notice.file()).isEqualTo(Sample.ARCHIVE_NAME);
        assertThat(notice.userId()).contains(Sample.USER_ID);
        assertThat(notice.receivedAt()).isEqualTo(RECEIVED);
        assertThat(notice.reasons()).extracting(RejectionReason::rule).containsExactly(Rule.ARCHIVE_CORRUPT);
        assertThat(notice.sendAgain()).containsExactly(Resubmission.ARCHIVE);
        assertThat(notice.text().lines())
                .startsWith(
                        "Rejected: " + Sample.ARCHIVE_NAME,
                        "Received: 2019-08-01T09:30:00Z",
                        "User ID: 70-B3-D5-1F-30-00-A0-01 (as the file names it)",
                        "",
                        "ARCHIVE_CORRUPT (MAM v2.1b, clause 7.5.1)")
                .endsWith(
                        "  What to do: Seal the file again, and put its archive into the folder unchanged.",
                        "",
                        "Send again:",
                        "- the archive, into the SharePoint folder Migration Authorisation");
    }

    @Test
    void signedPasswordFileMustBeSentAgainAfterAnInvalidSignature() throws IOException {
        Files.writeString(sealed.passwordFile(), " ", StandardOpenOption.APPEND);

        RejectionNotice notice = notice(refusal(Parties.DCC));

        assertThat(notice.sendAgain()).containsExactly(Resubmission.SIGNED_PASSWORD_FILE);
        assertThat(notice.text())
                .contains("SIGNATURE_INVALID (MAM v2.1b, clause 4, 7.5.3)\n")
                .endsWith("- the signed password file, by mail to migration@smartdcc.co.uk\n")
                .doesNotContainIgnoringCase(Sample.MD5);
        assertThat(notice.json()).doesNotContainIgnoringCase(Sample.MD5);
    }

    @Test
    void everyReasonOfAVerificationIsNamed() throws IOException {
        FileVerifier late = FileVerifier.of(Trust.of(List.of(new TestPki().root.certificate())))
                .at(Instant.parse("2029-08-01T09:30:00Z"));
        SecureExchangeException refusal = refusal(late);
        assertThat(refusal.rule()).isEqualTo(Rule.SIGNER_EXPIRED);
        assertThat(notice(refusal).reasons())
                .extracting(RejectionReason::rule)
                .containsExactly(Rule.SIGNER_EXPIRED, Rule.SIGNER_UNTRUSTED);
    }

    @Test
    void jsonHasEachPartUnderItsName() {
        SecureExchangeException refusal =
                new SecureExchangeException(Rule.SIGNATURE_MISSING, "x.csv: no \"signature\"\u202E \\ \u00E9\n");
        assertThat(notice(refusal).json()).isEqualTo("""
            {
              "notice" : "REJECTED",
              "file" : "MA_CGI_70-B3-D5-1F-30-00-A0-01_20190731_090000.zip",
              "userId" : "70-B3-D5-1F-30-00-A0-01",
              "secPartySignifiers" : [ ],
              "receivedAt" : "2019-08-01T09:30:00Z",
              "reasons" : [
                {
                  "rule" : "SIGNATURE_MISSING",
                  "clause" : "4, 7.5.3",
                  "message" : "x.csv: no \\"signature\\"\\u202E \\\\ \\u00E9\\u000A",
                  "action" : "Sign the password file and mail it with its signature."
                }
              ],
              "otherReasons" : 0,
              "sendAgain" : [
                "SIGNED_PASSWORD_FILE"
              ]
            }
            """);
        assertThat(notice(refusal).text()).contains("no \"signature\"\\u{202E} \\ \u00E9\\u{A}\n");
    }

    private static ValidationReport report(int maxFindings) {
        String text = Sample.TEXT.replace("1312345678907", "131234567890").replace("20190805", "20190806");
        try {
            return MigrationAuthorisation.validate(
                    Input.of(text.getBytes(US_ASCII), Sample.NAME),
                    ValidationOptions.defaults().findingsKept(maxFindings));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void documentWithErrorsMustBeCorrectedAndTheNoticeNamesNoMeterPoint() {
        RejectionNotice notice = RejectionNotice.of(Sample.NAME, RECEIVED, report(1000));

        assertThat(notice.reasons())
                .extracting(RejectionReason::rule)
                .containsExactly(Rule.MPAN_FORMAT, Rule.MIGRATION_WEEK_NOT_MONDAY);
        assertThat(notice.sendAgain())
                .containsExactly(Resubmission.CORRECTED_FILE, Resubmission.ARCHIVE, Resubmission.SIGNED_PASSWORD_FILE);
        assertThat(notice.text())
                .contains(
                        "MPAN_FORMAT (MAM v2.1b, clause 7.2.3)\n  Place: " + Sample.NAME + ":4: field 1 (MPAN)\n",
                        "- the file with its errors corrected, under a new name with a later time, sealed again:\n",
                        "- the archive, into the SharePoint folder Migration Authorisation\n");
        assertThat(notice.text() + notice.json() + notice + notice.reasons()).doesNotContain("131234567890");
    }

    @Test
    void meterPointIsNamedOnRequest() {
        RejectionNotice notice = RejectionNotice.withFoundTexts(Sample.NAME, RECEIVED, report(1000));
        assertThat(notice.text()).contains("  Found: \"131234567890\"\n");
        assertThat(notice.json()).contains("\"found\" : \"131234567890\"", "\"line\" : 4", "\"fieldName\" : \"MPAN\"");
        assertThat(notice.toString() + notice.reasons()).doesNotContain("131234567890");
    }

    @Test
    void unlistedErrorsAreCounted() {
        RejectionNotice notice = RejectionNotice.of(Sample.NAME, RECEIVED, report(1));
        assertThat(notice.reasons()).hasSize(1);
        assertThat(notice.otherReasons()).isEqualTo(1);
        assertThat(notice.text()).contains("\nErrors that are not listed: 1\n");
    }

    @Test
    void senderGivenByTheReceiverReplacesTheOneInTheFileName() {
        UserId other = UserId.of("A1-B2-C3-D4-E5-F6-07-18");
        SecureExchangeException refusal = new SecureExchangeException(Rule.HASH_MISMATCH, "another");
        RejectionNotice unnamed = RejectionNotice.of("week32.zip", RECEIVED, refusal);
        assertThat(unnamed.userId()).isEmpty();
        assertThat(unnamed.withSender(other).userId()).contains(other);
        assertThat(unnamed.text()).doesNotContain("User ID").contains("the SharePoint folder that it came from\n");
        assertThat(unnamed.sendAgain()).containsExactly(Resubmission.ARCHIVE, Resubmission.SIGNED_PASSWORD_FILE);
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void everyRuleForReceivedFilesHasAnAction(Rule rule) {
        if (rule.name().startsWith("TOKEN_") || rule == Rule.KEY_FILE_PASSWORD) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new RejectionReason(rule, Optional.empty(), Optional.empty(), "x"))
                    .withMessageStartingWith("rule");
            return;
        }
        RejectionReason reason = new RejectionReason(rule, Optional.empty(), Optional.empty(), "x");
        assertThat(reason.action()).matches("[A-Z][ -~]+\\.").doesNotContain("ask the sender", "Ask for", "Reject");
        assertThat(reason.clause()).isEqualTo(rule.clause());
    }

    @Test
    void fileWithoutAReasonIsNotRejected() throws IOException {
        ValidationReport sound = MigrationAuthorisation.validate(Input.of(Sample.bytes(), Sample.NAME));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RejectionNotice.of(Sample.NAME, RECEIVED, sound))
                .withMessageStartingWith("reasons");
    }
}
