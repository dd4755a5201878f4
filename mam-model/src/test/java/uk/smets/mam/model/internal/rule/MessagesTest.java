package uk.smets.mam.model.internal.rule;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Mprn;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.field.DateType;
import uk.smets.mam.model.internal.field.DayFirstDateType;
import uk.smets.mam.model.internal.field.DeviceIdType;
import uk.smets.mam.model.internal.field.FieldProblems;
import uk.smets.mam.model.internal.field.FieldText;
import uk.smets.mam.model.internal.field.FieldType;
import uk.smets.mam.model.internal.field.MpanType;
import uk.smets.mam.model.internal.field.MprnType;
import uk.smets.mam.model.internal.field.SerialNumberType;
import uk.smets.mam.model.internal.field.TextType;
import uk.smets.mam.model.internal.finding.RecordingSink;
import uk.smets.mam.testing.MessageListing;

/** Texts and rows for the causes that the messages of field types and row rules distinguish. */
class MessagesTest {
    private static final ValidationOptions OPTIONS = ValidationOptions.defaults();

    private final MessageListing listing = new MessageListing();

    @Test
    void messagesMatchTheirFile() throws IOException {
        addNumbers();
        addDates();
        add("Device ID with colons", new DeviceIdType(), "00:DB:12:34:56:78:90:A0");
        add("Device ID of two digits", new DeviceIdType(), "00");
        add("text of 32,768 characters", new TextType(), "x".repeat(32_768));
        addIssuerNames();
        addMeterPoints();

        listing.check();
    }

    private void addNumbers() {
        add("MPAN of 1 digit", new MpanType(), "1");
        add("MPAN of 12 digits", new MpanType(), "131234567890");
        add("MPAN of 14 digits", new MpanType(), "13123456789071");
        add("MPAN with a letter", new MpanType(), "131234567890A");
        add("MPAN in scientific notation", new MpanType(), "1.23457E+12");
        add("MPRN of 11 digits", new MprnType(), "12345678901");
        add("MPRN with a letter", new MprnType(), "123456789A");
        add("MPRN in scientific notation", new MprnType(), "3.93842E+9");
        add("Serial Number in hexadecimal", new SerialNumberType(), "0x7F");
        add("Serial Number in scientific notation", new SerialNumberType(), "1.45968E+38");
        add("rounded Serial Number", new SerialNumberType(), "145968135742498" + "0".repeat(24));
    }

    private void addDates() {
        add("YYYYMMDD that does not exist", new DateType(), "20190230");
        add("YYYYMMDD in another format", new DateType(), "2019080");
        add("YYYYMMDD reformatted by a spreadsheet", new DateType(), "05-Aug-19");
        add("DDMMYYYY that does not exist", DayFirstDateType.compact(), "31112019");
        add("DDMMYYYY in another format", DayFirstDateType.compact(), "5082019");
        add("DD/MM/YYYY that does not exist", DayFirstDateType.slashed(), "31/11/2019");
        add("DD/MM/YYYY in another format", DayFirstDateType.slashed(), "2019-08-05");
    }

    private void add(String sample, FieldType<?> type, String text) {
        RecordingSink sink = new RecordingSink();
        byte[] bytes = text.getBytes(UTF_8);
        FieldText field = new FieldText();
        field.set(bytes, 0, bytes.length);
        type.decode(field, new FieldProblems(sink.reporter(OPTIONS, text), RecordingSink.field(1, "Field")));
        listing.add(sample, sink.findings);
    }

    private void addIssuerNames() {
        for (String name : List.of("Z1", "/OU=07/CN=Z1", "OU=07, CN=Z1", "CN=Z1 ,OU=07", "OU=07,CN=Z1", "CN=Z1,")) {
            listing.add(
                    name,
                    Rule.CERTIFICATE_ISSUER_FORM,
                    IssuerNameForm.problemOf(name).orElseThrow());
        }
    }

    private void addMeterPoints() {
        for (DocumentKind kind : DocumentKind.values()) {
            RecordingSink sink = new RecordingSink();
            rules(kind, sink).check(false, false, null, null);
            listing.add("row of a " + kind, sink.findings);
        }
        RecordingSink sink = new RecordingSink();
        MeterPointRules rules = rules(DocumentKind.MIGRATION_AUTHORISATION, sink);
        rules.check(true, true, Mpan.of("9912345678901"), Mprn.of("1234567890"));
        rules.check(false, true, null, Mprn.of("12"));
        listing.add("wrong check digits, unknown distributor, MPRN of 2 digits", sink.findings);
    }

    private static MeterPointRules rules(DocumentKind kind, RecordingSink sink) {
        return new MeterPointRules(
                RecordingSink.field(1, "MPAN"),
                RecordingSink.field(2, "MPRN"),
                kind,
                OPTIONS,
                sink.reporter(OPTIONS, "found"));
    }
}
