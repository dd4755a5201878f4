package uk.smets.mam.csv.tests;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.csv.reconcile.ValidationResponses;
import uk.smets.mam.csv.repair.ExtractImport;
import uk.smets.mam.csv.tests.Causes.Cause;
import uk.smets.mam.model.CertificateId;
import uk.smets.mam.model.Documents;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.MeterPointList;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Mprn;
import uk.smets.mam.model.NetworkOperatorCertificates;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SeenMeterPoints;
import uk.smets.mam.model.Smso;
import uk.smets.mam.model.UserId;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.testing.MessageListing;

/** Inputs for every rule of this module, and for every cause that the messages of a rule distinguish. */
final class MessageSamples {
    private static final ValidationOptions DEFAULTS = ValidationOptions.defaults();
    private static final String ELECTRICITY = Lines.electricity().line();
    private static final String GAS = Lines.gas().line();
    private static final String HEADINGS = MigrationAuthorisation.fields().stream()
            .map(field -> field.name().replace('\u2013', '-'))
            .collect(Collectors.joining(","));
    private static final String EXTRACT_HEADINGS = "MPAN,Migration Week,esmeSupplierCriticalSerialNumber,"
            + "esmeSupplierCriticalIssuerName,esmeSupplierNonCriticalSerialNumber,esmeSupplierNonCriticalIssuerName";
    private static final String EXTRACT_ROW = "1312345678907,20190805,11,\"CN=Z1,OU=07\",12,\"CN=Z1,OU=07\"";

    private static final ExtractImport EXTRACTS =
            ExtractImport.of(new MigrationAuthorisationHeader(UserId.of(Lines.USER_ID), true, Smso.BRG));

    private final MessageListing listing;
    private final Path folder;

    private MessageSamples(MessageListing listing, Path folder) {
        this.listing = listing;
        this.folder = folder;
    }

    /** Adds the messages of all samples, which may write files to the folder. */
    static void addTo(MessageListing listing, Path folder) throws IOException {
        MessageSamples samples = new MessageSamples(listing, folder);
        Samples.defective().forEach(file -> samples.add(file.getFileName().toString(), Samples.read(file), DEFAULTS));
        samples.addCauses();
        samples.addFileNames();
        samples.addCharacters();
        samples.addLines();
        samples.addQuoting();
        samples.addHeaders();
        samples.addMeterPoints();
        samples.addDates();
        samples.addCertificates();
        samples.addExtracts();
        samples.addResponses();
        samples.addRepairs();
    }

    private void add(String sample, byte[] file, ValidationOptions options) {
        listing.add(sample, Unnamed.validate(file, options).findings());
    }

    /** Adds the findings of one rule, for a sample that breaks others too. */
    private void addOf(Rule rule, String sample, ValidationReport report) {
        listing.add(
                sample,
                report.findings().stream()
                        .filter(finding -> finding.rule() == rule)
                        .toList());
    }

    private void add(String sample, Lines.Row... rows) {
        add(sample, Lines.file(rows), DEFAULTS);
    }

    private void addLines(String sample, String... lines) {
        add(sample, Lines.file(lines), DEFAULTS);
    }

    private void addCauses() throws IOException {
        Causes.repairable().forEach(cause -> add(cause.name(), cause.file(), DEFAULTS));
        Causes.otherKinds().forEach(cause -> add(cause.name(), cause.file(), DEFAULTS));
        listing.add(
                "workbook without the module for workbooks",
                Documents.validate(Input.of(WithoutWorkbooksTest.ZIP, "Migration-Schedule.xlsx"))
                        .findings());
        addLines("total with digits", ELECTRICITY, "TOTAL,3938424403" + ",".repeat(23));
        addLines("headings after the header", HEADINGS, ELECTRICITY);
    }

    private void addFileNames() throws IOException {
        String name = "MA_EDM_70-B3-D5-1F-30-00-A0-02_20181207_134412.csv";
        addNamed("name in another form", "ma.csv", Lines.HEADER);
        addNamed("name with another SMSO and User ID", name, Lines.HEADER);
        addNamed("name with another User ID and an unknown SMSO", name, Lines.HEADER.replace("CGI", "INF"));
        addNamed("name with another SMSO and an invalid User ID", name, Lines.HEADER.replace("70-", "7-"));
    }

    private void addNamed(String sample, String name, String header) throws IOException {
        listing.add(
                sample,
                MigrationAuthorisation.validate(Input.of(Lines.bytes(header + ELECTRICITY + "\n"), name))
                        .findings());
    }

    private void addCharacters() {
        for (Charset charset : List.of(UTF_8, UTF_16LE, UTF_16BE)) {
            add("byte order mark of " + charset, ("\uFEFF" + Causes.SOUND).getBytes(charset), DEFAULTS);
        }
        add("UTF-16LE without a byte order mark", Causes.SOUND.getBytes(UTF_16LE), DEFAULTS);
        add("UTF-16BE without a byte order mark", Causes.SOUND.getBytes(UTF_16BE), DEFAULTS);
        "\u2013\u2014\u2212\u2018\u201D\u200B\u0421\u0430\u039D\uFF17\u0667\uFF23\u20AC\u00B9\u2460\u00BA\u2160\u2122\u00A0"
                .codePoints()
                .forEach(c -> add(
                        String.format(Locale.ROOT, "character U+%04X", c),
                        Lines.electricity().with(7, "CN=Z" + Character.toString(c) + "1")));
        add("no-break space before a value", Lines.electricity().with(7, "\u00A0CN=Z1"));
        add("two characters in a field", Lines.electricity().with(7, "CN=\uD83D\uDE00\u0007\u20ACa\t"));
        addLines("two characters after the fields", ELECTRICITY + ",".repeat(30) + "\t\u2013\t");
        addLines("line of a control character", ELECTRICITY, "\u0007");
    }

    private void addLines() {
        add("lines that end in CR", Lines.bytes(Causes.SOUND.replace('\n', '\r')), DEFAULTS);
        add(
                "lines that end in CR LF or CR",
                Lines.bytes(Lines.HEADER + ELECTRICITY + "\r" + GAS + "\r\n" + Causes.OTHER + "\r"),
                DEFAULTS);
        addLines("row of 24 fields", ELECTRICITY.substring(0, ELECTRICITY.lastIndexOf(',')));
        addLines("row of 26 fields, the last of them empty", ELECTRICITY + ",");
        addLines("Issuer Name without quotes", ELECTRICITY.replaceFirst("\"CN=Z1,OU=07\"", "CN=Z1,OU=07"));
        ValidationOptions shortFields = DEFAULTS.fieldLimit(64);
        add("field of 65 characters", Lines.file(Lines.electricity().with(7, "CN=" + "x".repeat(62))), shortFields);
        addOf(
                Rule.FIELD_TOO_LONG,
                "field beyond the buffer",
                Unnamed.validate(Lines.file("x".repeat(400_000)), shortFields));
        addOf(
                Rule.QUOTING,
                "quote beyond the buffer",
                Unnamed.validate(Lines.file("\"" + "x,".repeat(200_000)), shortFields));
        add("fields beyond the buffer", Lines.file(",".repeat(400_000)), shortFields);
    }

    private void addQuoting() {
        addLines("text after a closing quote", Lines.gas().lineWithRaw(25, "\"CN=Z1\"x"));
        addLines("NUL after a closing quote", Lines.gas().lineWithRaw(25, "\"CN=Z1\"\0"));
        addLines("quote that is not closed", Lines.gas().lineWithRaw(25, "\"CN=Z1,OU=07"));
        addLines("quote in an unquoted value", Lines.gas().lineWithRaw(25, "CN=Z\"1"));
    }

    private void addHeaders() {
        add("no User ID", Lines.bytes(ELECTRICITY + "\n"), DEFAULTS);
        add("no Commissioned by DCC", Lines.bytes(Lines.USER_ID + "\n" + ELECTRICITY + "\n"), DEFAULTS);
        add("no SMSO", Lines.bytes(Lines.USER_ID + "\nYES\n" + ELECTRICITY + "\n"), DEFAULTS);
    }

    private void addMeterPoints() throws IOException {
        add("MPAN of 12 digits", Lines.electricity().with(1, "131234567890"));
        add("MPAN of 1 digit", Lines.electricity().with(1, "1"));
        add("MPAN with a letter", Lines.electricity().with(1, "131234567890X"));
        add("MPAN in scientific notation", Lines.electricity().with(1, "1.23457E+12"));
        add("MPRN of 5 digits", Lines.gas().with(2, "12310"));
        add("MPRN of 11 digits", Lines.gas().with(2, "12345678901"));
        add("MPRN with a letter", Lines.gas().with(2, "39384244O3"));
        MeterPointList both = MeterPointList.builder()
                .add(Mpan.of(Lines.MPAN))
                .add(Mprn.of(Lines.MPRN))
                .build();
        add("Dormant meter points", Lines.file(Lines.dualFuel()), DEFAULTS.dormant(both));
        add(
                "meter points that are not Active",
                Lines.file(Lines.dualFuel()),
                DEFAULTS.active(MeterPointList.builder().build()));
        add("MPRN of an earlier line", Lines.gas(), Lines.gas());
        ValidationOptions seen = DEFAULTS.without(Rule.FILE_NAME_FORMAT).seenMeterPoints(SeenMeterPoints.none());
        MigrationAuthorisation.validate(write("a.csv", Lines.HEADER + ELECTRICITY + "\n" + GAS + "\n"), seen);
        listing.add(
                "meter points of another file",
                MigrationAuthorisation.validate(
                                write("b.csv", Lines.HEADER + Lines.dualFuel().line() + "\n"), seen)
                        .findings());
    }

    private void addDates() {
        add("date that does not exist", Lines.electricity().with(4, "20190230"));
        add("date of a spreadsheet", Lines.electricity().with(4, "05/08/2019"));
        add("date in words", Lines.electricity().with(4, "today"));
        add("week that starts on a Sunday", Lines.electricity().with(4, "20190811"));
        addWeeks("two weeks", 2);
        addWeeks("seven weeks", 7);
        addWeeks("1,010 weeks", 1_010);
        addSubmitted("late, with later weeks open", Rule.SUBMISSION_LATE, "2019-08-01T09:00:01Z");
        addSubmitted("late, with no week open", Rule.SUBMISSION_LATE, "9999-12-23T10:00:01Z");
        addSubmitted("date more than a year later", Rule.DATE_REMOTE, "2018-08-04T22:59:59Z");
        addSubmitted("date more than a year earlier", Rule.DATE_REMOTE, "2020-08-05T23:00:00Z");
    }

    private void addWeeks(String sample, int weeks) {
        addOf(Rule.MIGRATION_WEEKS_MIXED, sample, Unnamed.validate(Lines.file(DateAndWeekTest.manyWeeks(weeks))));
    }

    private void addSubmitted(String sample, Rule rule, String instant) {
        ValidationOptions options = DEFAULTS.submittedAt(Instant.parse(instant));
        addOf(rule, sample, Unnamed.validate(Lines.file(Lines.electricity()), options));
    }

    private void addCertificates() {
        add("Serial Number of 45 digits", Lines.electricity().with(6, "9".repeat(45)));
        add("rounded Serial Number", Lines.electricity().with(6, "921384958374592" + "0".repeat(23)));
        add("Issuer Name of spaces", Lines.electricity().with(7, " "));
        add(
                "Critical half of a Network Operator pair",
                Lines.electricity().with(10, Lines.SERIAL).with(11, Lines.ISSUER));
        add(
                "certificate of another Network Operator",
                Lines.file(Lines.electricity().with(10, "13").with(11, Lines.ISSUER)),
                DEFAULTS.networkOperators(
                        NetworkOperatorCertificates.of(Map.of(13, Set.of(CertificateId.of("14", Lines.ISSUER))))));
        add("certificate without an MPRN", Lines.dualFuel().without(2));
        add("certificate without an MPAN", Lines.dualFuel().without(1));
    }

    private void addExtracts() throws IOException {
        addExtract("extract without a column for Priority", Rule.COLUMN_MISSING, EXTRACT_HEADINGS, EXTRACT_ROW);
        addExtract("extract without a meter point or week", Rule.COLUMN_MISSING, "Name,Priority", "A,Y");
        addOf(
                Rule.COLUMN_MISSING,
                "mapped heading that is not in the extract",
                importReport(EXTRACTS.mapping(Map.of("Week", "Migration Week")), "MPAN,Weeks\n"));
        addExtract("heading that is not a field", Rule.COLUMN_UNKNOWN, EXTRACT_HEADINGS + ",Notes", EXTRACT_ROW + ",x");
        addExtract("heading twice", Rule.COLUMN_UNKNOWN, EXTRACT_HEADINGS + ",Notes,NOTES", EXTRACT_ROW + ",,");
        addExtract("row narrower than the headings", Rule.FIELD_COUNT, EXTRACT_HEADINGS, "1312345678907,20190805");
        addExtract("row on lines 2 to 5", Rule.QUOTING, EXTRACT_HEADINGS + ",Notes", EXTRACT_ROW + ",\"a\nb\n\nc\"");
        addExtract("headings on two lines", Rule.QUOTING, EXTRACT_HEADINGS + ",\"Notes\nof us\"", EXTRACT_ROW + ",");
        addExtract(
                "line break in a value", Rule.CONTROL_CHARACTER, EXTRACT_HEADINGS, EXTRACT_ROW.replace("Z1,", "Z1,\n"));
        addExtract("stray quote", Rule.QUOTING, EXTRACT_HEADINGS + ",Notes", EXTRACT_ROW + ",\"see letter");
    }

    private void addExtract(String sample, Rule rule, String... lines) throws IOException {
        addOf(rule, sample, importReport(EXTRACTS, String.join("\n", lines) + "\n"));
    }

    private static ValidationReport importReport(ExtractImport extracts, String text) throws IOException {
        try {
            return extracts.read(Unnamed.input(Lines.bytes(text))).report();
        } catch (InvalidDocumentException refused) {
            return refused.report();
        }
    }

    private void addResponses() throws IOException {
        addResponses("responses without a column for the outcome", "MPxN,Status\n1312345678907,Valid\n");
        addResponses("responses without a column for the meter point", "Outcome,Reason\nValid,\n");
        addResponses("response with another word", "MPxN,Outcome\n1312345678907,Pending\n");
        addResponses("response without an outcome", "MPxN,Outcome\n1312345678907,\n");
        addResponses("response without a meter point", "MPxN,Outcome\n,Accepted\n");
        addResponses("response with an MPxN of 12 digits", "MPxN,Outcome\n131234567890,Accepted\n");
    }

    private void addResponses(String sample, String text) throws IOException {
        Path sent = write("sent.csv", Causes.SOUND);
        Path responses = write("responses.csv", text);
        try {
            listing.add(
                    sample,
                    ValidationResponses.defaults()
                            .reconcile(List.of(sent), responses)
                            .report()
                            .findings());
        } catch (InvalidDocumentException refused) {
            listing.add(sample, refused.report().findings());
        }
    }

    /** The descriptions of changes are pinned with the messages of their rules. */
    private void addRepairs() throws IOException {
        for (Cause cause : Causes.repairable()) {
            addRepair(cause.name(), cause.file());
        }
        for (Rule rule : List.of(
                Rule.BYTE_ORDER_MARK,
                Rule.LINE_END,
                Rule.FIELD_PADDED,
                Rule.USER_ID_CASE,
                Rule.SMSO_SUPERSEDED,
                Rule.MPRN_LEADING_ZERO,
                Rule.BLANK_LINE)) {
            addRepair(Samples.fileName(rule), Samples.read(Samples.breaking(rule)));
        }
        addRepair("headings after the header", Lines.file(HEADINGS, ELECTRICITY));
        addRepair("UTF-16LE without a byte order mark", Causes.SOUND.getBytes(UTF_16LE));
        addRepair("UTF-16BE without a byte order mark", Causes.SOUND.getBytes(UTF_16BE));
        addRepair(
                "Windows-1252", Causes.SOUND.replace("70-B3", "70\u2013B3").getBytes(Charset.forName("windows-1252")));
        addRepair(
                "full-width digit",
                Lines.bytes(Causes.SOUND.replace(Lines.OTHER_MPAN, Lines.OTHER_MPAN.replace('0', '\uFF10'))));
        addRepair("spaces around quotes", Lines.bytes(Causes.SOUND.replaceFirst("(\"CN=Z1,OU=07\")", " $1 ")));
        addRepair(
                "no-break spaces around typographic quotes",
                Lines.bytes(Causes.SOUND.replaceFirst("\"(CN=Z1,OU=07)\"", "\u00A0\u201C$1\u201D\u00A0")));
    }

    private void addRepair(String sample, byte[] file) throws IOException {
        Unnamed.repair(file, DEFAULTS)
                .changes()
                .forEach(change -> listing.add("repaired " + sample, change.rule(), change.description()));
    }

    private Path write(String name, String text) throws IOException {
        return Files.write(folder.resolve(name), Lines.bytes(text));
    }
}
