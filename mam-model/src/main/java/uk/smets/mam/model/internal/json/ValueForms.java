package uk.smets.mam.model.internal.json;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import uk.smets.mam.model.CertificateId;
import uk.smets.mam.model.DeviceId;
import uk.smets.mam.model.MarketParticipantId;
import uk.smets.mam.model.MigrationAuthorisationFileName;
import uk.smets.mam.model.MigrationWeek;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Mprn;
import uk.smets.mam.model.SecPartySignifier;
import uk.smets.mam.model.Smso;
import uk.smets.mam.model.UserId;

/** The forms of values. */
public final class ValueForms {
    public static final TextForm<UserId> USER_ID = new TextForm<>(UserId.class, "a User ID", UserId::of);
    public static final TextForm<Mpan> MPAN = new TextForm<>(Mpan.class, "an MPAN", Mpan::of);
    public static final TextForm<Mprn> MPRN = new TextForm<>(Mprn.class, "an MPRN", Mprn::of);
    public static final TextForm<DeviceId> DEVICE_ID = new TextForm<>(DeviceId.class, "a Device ID", DeviceId::of);
    public static final TextForm<MigrationWeek> MIGRATION_WEEK =
            new TextForm<>(MigrationWeek.class, "a Migration Week", ValueForms::migrationWeek);
    public static final TextForm<Smso> SMSO = new TextForm<>(Smso.class, "an SMSO", Smso::of);
    public static final TextForm<SecPartySignifier> SEC_PARTY_SIGNIFIER =
            new TextForm<>(SecPartySignifier.class, "a SEC Party Signifier", SecPartySignifier::of);
    public static final TextForm<MarketParticipantId> MARKET_PARTICIPANT_ID =
            new TextForm<>(MarketParticipantId.class, "a Market Participant ID", MarketParticipantId::of);
    public static final TextForm<CertificateId> CERTIFICATE_ID =
            new TextForm<>(CertificateId.class, "a certificate ID", ValueForms::certificateId);
    public static final TextForm<MigrationAuthorisationFileName> FILE_NAME =
            new TextForm<>(MigrationAuthorisationFileName.class, "a file name", MigrationAuthorisationFileName::parse);

    /** The types of the library that are represented by their text, wherever they occur. */
    public static final List<TextForm<?>> ALL = List.of(
            USER_ID,
            MPAN,
            MPRN,
            DEVICE_ID,
            MIGRATION_WEEK,
            SMSO,
            SEC_PARTY_SIGNIFIER,
            MARKET_PARTICIPANT_ID,
            CERTIFICATE_ID,
            FILE_NAME);

    public static final JsonForm<Boolean> BOOLEAN = new BooleanForm();
    public static final TextForm<String> TEXT = new TextForm<>(String.class, "this", text -> text);
    public static final TextForm<LocalDate> DATE = new TextForm<>(LocalDate.class, "a date", ValueForms::date);
    public static final JsonForm<List<SecPartySignifier>> SEC_PARTY_SIGNIFIERS = new ListForm<>(SEC_PARTY_SIGNIFIER);
    public static final JsonForm<List<MarketParticipantId>> MARKET_PARTICIPANT_IDS =
            new ListForm<>(MARKET_PARTICIPANT_ID);

    /** A Serial Number and an Issuer Name are judged by the certificate ID that they belong to. */
    public static final TextForm<BigInteger> SERIAL_NUMBER = new TextForm<>(
            BigInteger.class,
            "a Serial Number",
            text -> CertificateId.of(text, "CN").serialNumber());

    public static final TextForm<String> ISSUER_NAME = new TextForm<>(
            String.class, "an Issuer Name", text -> CertificateId.of("1", text).issuerName());

    /** The length of {@code YYYY-MM-DD}, which is enough for the years 1 to 9999. */
    private static final int DATE_LENGTH = 10;

    private static final int COMPACT_DATE_LENGTH = 8;

    private ValueForms() {}

    private static LocalDate date(String text) {
        String message = "a date in JSON is a valid date as YYYY-MM-DD, for example 2019-08-05";
        if (text.length() != DATE_LENGTH) {
            throw new IllegalArgumentException(message);
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(message, e);
        }
    }

    /** A date that is not a Monday is rejected by the week itself, whose message names the Monday. */
    private static MigrationWeek migrationWeek(String text) {
        String message = "a Migration Week is given by its Monday as YYYYMMDD, for example 20190805";
        if (text.length() != COMPACT_DATE_LENGTH) {
            throw new IllegalArgumentException(message);
        }
        try {
            return MigrationWeek.of(LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(message, e);
        }
    }

    private static CertificateId certificateId(String text) {
        int comma = text.indexOf(',');
        if (comma < 0) {
            throw new IllegalArgumentException(
                    "a certificate ID is its Serial Number and its Issuer Name, joined by a comma");
        }
        return CertificateId.of(text.substring(0, comma), text.substring(comma + 1));
    }
}
