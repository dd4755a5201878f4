package uk.smets.mam.xlsx.tests;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import uk.smets.mam.model.Addressee;
import uk.smets.mam.model.CertificateId;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.NetworkOperatorCertificates;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.model.Responsibilities;
import uk.smets.mam.model.Responsibility;
import uk.smets.mam.model.Responsibility.Meters;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecPartySignifier;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.testing.MessageListing;
import uk.smets.mam.xlsx.FirmwareUpgradeNotification;
import uk.smets.mam.xlsx.MigrationSchedule;

/** Notifications for every rule of this module, and for every cause that the messages of a rule distinguish. */
final class MessageSamples {
    private static final ValidationOptions DEFAULTS = ValidationOptions.defaults();
    private static final String SERIAL = "ESME Supplier Certificate Id (Critical) \u2013 Serial Number";
    private static final String ISSUER = "ESME Supplier Certificate Id (Critical) \u2013 Issuer Name";
    private static final String OTHER_SERIAL = "ESME Supplier Certificate Id (Non-Critical) \u2013 Serial Number";

    private final MessageListing listing;

    private MessageSamples(MessageListing listing) {
        this.listing = listing;
    }

    /** Adds the messages of all samples of notifications. */
    static void addTo(MessageListing listing) throws IOException {
        MessageSamples samples = new MessageSamples(listing);
        samples.addFiles();
        samples.addHeaders();
        samples.addLayouts();
        samples.addCells();
        samples.addMeterPoints();
        samples.addDates();
        samples.addDevices();
        samples.addCertificates();
        samples.addAddressees();
    }

    private void add(String sample, List<Finding> findings) {
        listing.add(sample, findings);
    }

    private void add(String sample, Grid... sheets) throws IOException {
        add(sample, validate(GridWorkbook.of(sheets).bytes(), Notices.OPTIONS).findings());
    }

    private void add(String sample, BodyRow... rows) throws IOException {
        add(sample, Notices.schedule(rows));
    }

    private void add(String sample, ValidationOptions options, BodyRow... rows) throws IOException {
        add(
                sample,
                validate(GridWorkbook.of(Notices.schedule(rows)).bytes(), options)
                        .findings());
    }

    private void addFirmware(String sample, Grid... sheets) throws IOException {
        add(sample, validateFirmware(GridWorkbook.of(sheets).bytes(), DEFAULTS).findings());
    }

    private void addFirmware(String sample, BodyRow... rows) throws IOException {
        addFirmware(sample, Notices.firmware(rows));
    }

    /** Adds the findings of one rule, for a sample that breaks others too. */
    private void addOf(Rule rule, String sample, ValidationReport report) {
        add(
                sample,
                report.findings().stream()
                        .filter(finding -> finding.rule() == rule)
                        .toList());
    }

    private static ValidationReport validate(byte[] workbook, ValidationOptions options) throws IOException {
        return MigrationSchedule.validate(Input.of(workbook, "stream"), options);
    }

    private static ValidationReport validateFirmware(byte[] workbook, ValidationOptions options) throws IOException {
        return FirmwareUpgradeNotification.validate(Input.of(workbook, "stream"), options);
    }

    private void addFiles() throws IOException {
        add("empty file", validate(new byte[0], DEFAULTS).findings());
        for (Map.Entry<String, byte[]> unreadable : UnreadableWorkbooks.all().entrySet()) {
            add(unreadable.getKey(), validate(unreadable.getValue(), DEFAULTS).findings());
        }
        for (OddPackageTest.UnreadablePackage unreadable : OddPackageTest.unreadable()) {
            addOf(Rule.WORKBOOK_UNREADABLE, unreadable.cause(), validate(unreadable.workbook(), DEFAULTS));
        }
        for (String name : PublicSamplesTest.otherFormats()) {
            add(name, validate(PublicSamplesTest.sample(name), DEFAULTS).findings());
        }
        add("zipbomb.xlsx", validate(PublicSamplesTest.zipBomb(), DEFAULTS).findings());
        add(
                "part beyond the size limit",
                validate(
                                GridWorkbook.of(Notices.schedule(BodyRow.ofResponse(), BodyRow.ofResponse()))
                                        .bytes(),
                                DEFAULTS.workbookPartLimits(2_000, 400))
                        .findings());
    }

    private void addHeaders() throws IOException {
        List<DocumentField> fields = MigrationSchedule.headerFields();
        for (int i = 0; i < fields.size(); i++) {
            String name = fields.get(i).name();
            add("no label " + name, schedule().put("A" + (i + 1), "something else"));
            add("no value of " + name, schedule().put("B" + (i + 1), CellXml.empty()));
        }
        add("SEC Party Signifier of 5 characters", schedule().put("B2", "EXSUP"));
        add("Market Participant ID of 2 characters", schedule().put("B3", "EX"));
        add("unknown SMSO", schedule().put("B4", "XYZ"));
        add("SMSO in lower case", schedule().put("B4", "npw"));
        add("SMSO BTG", schedule().put("B4", "BTG"));
        for (String name : List.of("SMSO (UK)", "Name", "supplier name:", "SEC Party Signifier", "x".repeat(32_768))) {
            NotificationHeader header = new NotificationHeader(
                    name,
                    Schedules.HEADER.secPartySignifiers(),
                    Schedules.HEADER.marketParticipantIds(),
                    Schedules.HEADER.smso());
            add(
                    name.length() > 100 ? "name too long for a cell" : "name that looks like the label " + name,
                    new MigrationSchedule(header, List.of(Schedules.row(0)))
                            .check()
                            .findings());
        }
    }

    private static Grid schedule() {
        return Notices.schedule(BodyRow.ofSchedule());
    }

    private void addLayouts() throws IOException {
        add("schedule without rows", Notices.schedule());
        addFirmware("firmware notification without rows", Notices.firmware());
        add("firmware notification read as a schedule", Notices.firmware(BodyRow.ofFirmware()));
        addFirmware("schedule read as a firmware notification", schedule());
        Grid notes = new Grid("Notes").put("A1", "nothing here");
        add("schedule without a body", Notices.header(), notes);
        addFirmware("firmware notification without a body", Notices.header(), notes);
        addColumns("no column for Not after", "Not after");
        add("no optional columns", withColumns(field -> field.number() <= 5));
        add("undefined heading", schedule().put("AL6", "Postcode").put("AL7", "AB1 2CD"));
        add("two columns with the heading MPAN", schedule().put("AL6", "mpan"));
        add(
                "two columns with an undefined heading",
                schedule().put("AL6", "Postcode").put("AM6", "POSTCODE"));
        add("values without a heading", schedule().put("AM7", "a note"));
    }

    private void addColumns(String sample, String missing) throws IOException {
        add(sample, withColumns(field -> !field.name().equals(missing)));
    }

    private static Grid withColumns(Predicate<DocumentField> present) {
        return Notices.body(
                Notices.header(),
                MigrationSchedule.fields().stream().filter(present).toList(),
                6,
                BodyRow.ofSchedule());
    }

    private void addCells() throws IOException {
        addCell("error cell", "CHF Device ID", CellXml.typed("e", "#REF!"));
        addCell("index outside the shared strings", "CH Serial Number", CellXml.raw(" t=\"s\"", "<v>7</v>"));
        addCell("formula", "MPAN", CellXml.formula("str", "1312345678907"));
        addCell("formula without a value", "MPRN", CellXml.raw("", "<f>B1</f>"));
        addCell("number of 16 digits", "CH Serial Number", CellXml.number("1234567890123456"));
        addCell("number as text", "CH Serial Number", CellXml.number("12345678"));
        addCell("boolean as text", "CH Serial Number", CellXml.typed("b", "1"));
        addCell("cell of white space", "MPRN", CellXml.text(" \u00a0\n"));
        addCell("padded text", "CH Serial Number", CellXml.text("CH12\n"));
        addCell("line break in a text", "CH Serial Number", CellXml.text("CH\n12"));
        addCell("date in a text field", "CH Serial Number", CellXml.typed("d", "2003-02-01"));
        addFirmware(
                "date in a firmware version",
                BodyRow.ofFirmware().with("CH Existing FW", CellXml.number("37653", GridWorkbook.DAY_FIRST)));
        add(
                "text beyond the field limit",
                DEFAULTS.fieldLimit(64),
                BodyRow.ofSchedule().with("CH Serial Number", "x".repeat(65)));
        add(
                "text that XML cannot hold",
                new FirmwareUpgradeNotification(Schedules.HEADER, List.of(WriterTest.UNWRITABLE_ROW))
                        .check()
                        .findings());
    }

    private void addCell(String sample, String field, CellXml cell) throws IOException {
        add(sample, BodyRow.ofSchedule().with(field, cell));
    }

    private void addField(String sample, String field, String text) throws IOException {
        addCell(sample, field, CellXml.text(text));
    }

    private void addMeterPoints() throws IOException {
        addField("MPAN of 12 digits", "MPAN", "131234567890");
        addField("MPAN with a full-width digit", "MPAN", "131234567890\uff17");
        addField("MPAN with a wrong check digit", "MPAN", "1312345678901");
        addField("MPAN of an unknown distributor", "MPAN", "9912345678907");
        addField("MPRN of 5 digits", "MPRN", "12345");
        addField("MPRN of 11 digits", "MPRN", "39384244031");
        addField("MPRN with a leading zero", "MPRN", "0735800");
        addField("MPRN with wrong check digits", "MPRN", "3938424404");
        add(
                "schedule row without a meter point",
                BodyRow.ofSchedule().without("MPAN").without("MPRN"));
        addFirmware(
                "firmware row without a meter point",
                BodyRow.ofFirmware().without("MPAN").without("MPRN"));
        add("meter points of an earlier row", BodyRow.ofSchedule(), BodyRow.ofSchedule());
        add("devices without their MPRN", BodyRow.ofSchedule().without("MPRN"));
        add("device without its MPAN", BodyRow.ofSchedule().without("MPAN"));
    }

    private void addDates() throws IOException {
        addField("date with hyphens", "Not before", "2019-09-02");
        addFirmware("firmware date with slashes", BodyRow.ofFirmware().with("Not Before", "02/09/2019"));
        addCell("number that is not a day", "Not before", CellXml.number("-1", GridWorkbook.DATE));
        addCell("time of day", "Not before", CellXml.number("43709.9583333333", GridWorkbook.DATE));
        addCell("day number without a date format", "Not before", CellXml.number("43710", GridWorkbook.GENERAL));
        addCell("number without a leading zero", "Not before", CellXml.number("2092019"));
        addCell("ISO 8601 date with a time", "Not before", CellXml.typed("d", "2019-09-02T12:00:00"));
        add("no dates", BodyRow.ofSchedule().without("Not before").without("Not after"));
        addFirmware(
                "no firmware dates", BodyRow.ofFirmware().without("Not Before").without("Not After"));
        addField("Not after before Not before", "Not after", "01/09/2019");
        addFirmware("firmware Not After before Not Before", BodyRow.ofFirmware().with("Not After", "01092019"));
        add(
                "short notice",
                DEFAULTS.notifiedOn(LocalDate.of(2019, 8, 1)),
                BodyRow.ofSchedule().with("Not before", "22/08/2019").with("Not after", "30/08/2019"));
        addSubmitted("late, with later weeks open", Rule.SUBMISSION_LATE, "2019-08-29T09:00:01Z");
        addSubmitted("late, with no week open", Rule.SUBMISSION_LATE, "9999-12-31T00:00:00Z");
        addSubmitted("dates more than a year later", Rule.DATE_REMOTE, "2017-09-01T00:00:00Z");
        addSubmitted("dates more than a year earlier", Rule.DATE_REMOTE, "2021-09-01T00:00:00Z");
        addOf(
                Rule.DATE_REMOTE,
                "firmware dates more than a year later",
                validateFirmware(
                        GridWorkbook.of(Notices.firmware(BodyRow.ofFirmware())).bytes(),
                        DEFAULTS.submittedAt(Instant.parse("2017-09-01T00:00:00Z"))));
    }

    private void addSubmitted(String sample, Rule rule, String instant) throws IOException {
        addOf(
                rule,
                sample,
                validate(GridWorkbook.of(schedule()).bytes(), DEFAULTS.submittedAt(Instant.parse(instant))));
    }

    private void addDevices() throws IOException {
        add("no CHF Device ID", BodyRow.ofSchedule().without("CHF Device ID"));
        addField("Device ID of 7 octets", "GPF Device ID", "70-B3-D5-1F-5A-2C-D0");
        addField("Device ID with colons", "GPF Device ID", "70:b3:D5:1F:5A:2C:D0:9D");
        addField("Priority in lower case", "Priority", "y");
    }

    private void addCertificates() throws IOException {
        add("Serial Number in hexadecimal", BodyRow.ofResponse().with(SERIAL, "0x1F"));
        add("Serial Number in scientific notation", BodyRow.ofResponse().with(SERIAL, "1.23457E+12"));
        add("Issuer Name without its Serial Number", BodyRow.ofResponse().without(SERIAL));
        add("Serial Number without its Issuer Name", BodyRow.ofResponse().without(ISSUER));
        add("Issuer Name that is not a distinguished name", BodyRow.ofResponse().with(ISSUER, "Z1"));
        add("one certificate for both uses", BodyRow.ofResponse().with(OTHER_SERIAL, BodyRow.CRITICAL));
        add("certificates without an MPRN", BodyRow.ofResponse().without("MPRN"));
        add("certificates without an MPAN", BodyRow.ofResponse().without("MPAN"));
        BodyRow incomplete = BodyRow.ofResponse().withoutAll("GSME Supplier Certificate Id (Critical)");
        add("incomplete side", incomplete);
        add("gas certificates only, with both sides ours", BodyRow.ofResponse().withoutAll("ESME Supplier"));
        add(
                "electricity certificates only, with both sides ours",
                BodyRow.ofResponse().withoutAll("GPF Supplier").withoutAll("GSME Supplier"));
        add("certificates of the gas supplier's meters", stated(Meters.ELECTRICITY), BodyRow.ofResponse());
        add("certificates of the electricity supplier's meter", stated(Meters.GAS), BodyRow.ofResponse());
        add(
                "gas certificates of an affiliate in GroupID EA",
                DEFAULTS.responsibilities(Responsibilities.ofAll(
                        Responsibility.of(Meters.ELECTRICITY).withAffiliate().withGroupId("EA"))),
                BodyRow.ofResponse());
        add("certificates of both sides without a stated responsibility", DEFAULTS, BodyRow.ofResponse());
        add(
                "half of the ESME Network Operator pair",
                BodyRow.ofResponse().withoutAll("ESME Network Operator Certificate Id (Critical)"));
        add(
                "certificates of another Network Operator",
                Notices.OPTIONS.networkOperators(NetworkOperatorCertificates.of(
                        Map.of(13, Set.of(CertificateId.of("123456789", "CN=Z1,OU=07"))))),
                BodyRow.ofResponse());
    }

    private static ValidationOptions stated(Meters meters) {
        return DEFAULTS.responsibilities(Responsibilities.ofAll(Responsibility.of(meters)));
    }

    private void addAddressees() throws IOException {
        add(
                "header of another supplier",
                DEFAULTS.addressee(new Addressee(
                        Set.of(SecPartySignifier.of("OTHERS"), SecPartySignifier.of("ANYONE")), Set.of())),
                BodyRow.ofSchedule());
        add("electricity without a Market Participant ID", schedule().put("B3", "EXG"));
        add("gas without a Market Participant ID", schedule().put("B3", "EXPL"));
    }
}
