package uk.smets.mam.model;

import static uk.smets.mam.model.Rule.Value.TYPED;
import static uk.smets.mam.model.Rule.Value.UNTYPED;
import static uk.smets.mam.model.Severity.ERROR;
import static uk.smets.mam.model.Severity.INFO;
import static uk.smets.mam.model.Severity.WARNING;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The catalogue of rules: everything that a {@link Finding} can report. The names are stable codes: a released code is
 * never renamed or reused. The clauses are those of MAM v2.1b. Meanings and remedies are in {@code rules.properties}.
 */
public enum Rule {
    /** The file is empty. */
    FILE_EMPTY(Group.CSV, ERROR, UNTYPED, "7.1"),
    /** The file name does not follow the naming convention. */
    FILE_NAME_FORMAT(Group.CSV, WARNING, TYPED, "7.2.1"),
    /** The file name and the header disagree. */
    FILE_NAME_MISMATCH(Group.CSV, ERROR, TYPED, "7.2.1"),
    /** The file starts with a byte order mark. */
    BYTE_ORDER_MARK(Group.CSV, ERROR, TYPED, "7.1"),
    /** A character is not ASCII. */
    NON_ASCII(Group.CSV, ERROR, UNTYPED, "7.1"),
    /** A field contains a control character. */
    CONTROL_CHARACTER(Group.CSV, ERROR, UNTYPED, "7.1"),
    /** A line does not end in LF. */
    LINE_END(Group.CSV, ERROR, TYPED, "7.1, 7.2.2"),
    /** The last line has no line end. */
    FINAL_LINE_END(Group.CSV, INFO, TYPED, "7.2.3"),
    /** A line is empty. */
    BLANK_LINE(Group.CSV, WARNING, TYPED, "7.2"),
    /** Quoting does not follow RFC 4180. */
    QUOTING(Group.CSV, ERROR, UNTYPED, "7.1"),
    /** A line has too few or too many fields. */
    FIELD_COUNT(Group.CSV, ERROR, UNTYPED, "7.2.2, 7.2.3"),
    /** The value has leading or trailing spaces. */
    FIELD_PADDED(Group.CSV, WARNING, TYPED, "7.1"),
    /** A value is too long. */
    FIELD_TOO_LONG(Group.CSV, ERROR, UNTYPED, "7.1"),
    /** A spreadsheet program re-saved the file. */
    SPREADSHEET_DAMAGE(Group.CSV, ERROR, TYPED, "-"),
    /** The input is a different kind of file. */
    NOT_A_DOCUMENT(Group.CSV, ERROR, UNTYPED, "-"),
    /** The header has fewer than three lines. */
    HEADER_INCOMPLETE(Group.HEADER, ERROR, UNTYPED, "7.2.2"),
    /** The User ID is not a valid EUI-64. */
    USER_ID_FORMAT(Group.HEADER, ERROR, UNTYPED, "7.2.2"),
    /** The User ID is in lower case. */
    USER_ID_CASE(Group.HEADER, WARNING, TYPED, "7.2.2"),
    /** Commissioned by DCC is neither YES nor NO. */
    COMMISSIONED_BY_DCC(Group.HEADER, ERROR, UNTYPED, "7.2.2"),
    /** The SMSO code is unknown. */
    SMSO_UNKNOWN(Group.HEADER, ERROR, UNTYPED, "7.2.2"),
    /** The SMSO code is superseded. */
    SMSO_SUPERSEDED(Group.HEADER, ERROR, TYPED, "7.2.2"),
    /** The file has no rows. */
    NO_ROWS(Group.HEADER, WARNING, TYPED, "4"),
    /** The row has no meter point. */
    MPXN_MISSING(Group.BODY, ERROR, TYPED, "4"),
    /** The MPAN is not 13 digits. */
    MPAN_FORMAT(Group.BODY, ERROR, UNTYPED, "7.2.3"),
    /** The distributor of the MPAN is unknown. */
    MPAN_DISTRIBUTOR(Group.BODY, WARNING, TYPED, "-"),
    /** The check digit of the MPAN is wrong. */
    MPAN_CHECK_DIGIT(Group.BODY, WARNING, TYPED, "-"),
    /** The MPRN is not 1 to 10 digits. */
    MPRN_FORMAT(Group.BODY, ERROR, UNTYPED, "7.2.3"),
    /** The MPRN has a leading zero. */
    MPRN_LEADING_ZERO(Group.BODY, WARNING, TYPED, "7.3.2, 7.4.2"),
    /** The check digits of the MPRN are wrong. */
    MPRN_CHECK_DIGIT(Group.BODY, WARNING, TYPED, "-"),
    /** The meter point is also in an earlier row. */
    MPXN_DUPLICATE(Group.BODY, WARNING, TYPED, "-"),
    /** The date is not valid. */
    DATE_FORMAT(Group.BODY, ERROR, UNTYPED, "7.2.3, 7.3.2, 7.4.2"),
    /** The row has no Migration Week. */
    MIGRATION_WEEK_MISSING(Group.BODY, ERROR, TYPED, "7.2.3"),
    /** The Migration Week does not start on a Monday. */
    MIGRATION_WEEK_NOT_MONDAY(Group.BODY, ERROR, UNTYPED, "7.2.3"),
    /** Migrate on is not in the Migration Week. */
    MIGRATE_ON_OUTSIDE_WEEK(Group.BODY, ERROR, TYPED, "7.2.3"),
    /** Rows have different Migration Weeks. */
    MIGRATION_WEEKS_MIXED(Group.BODY, WARNING, TYPED, "4"),
    /** The submission deadline has passed. */
    SUBMISSION_LATE(Group.BODY, WARNING, TYPED, "4, 6", Data.SUBMITTED_AT),
    /** A date is far from the submission time. */
    DATE_REMOTE(Group.BODY, WARNING, TYPED, "-", Data.SUBMITTED_AT),
    /** The priority is neither Y nor blank. */
    PRIORITY_VALUE(Group.BODY, ERROR, UNTYPED, "7.2.3"),
    /** A mandatory certificate is missing. */
    CERTIFICATE_MISSING(Group.BODY, ERROR, TYPED, "7.2.3, 7.4.2"),
    /** A certificate has no Issuer Name. */
    CERTIFICATE_ISSUER_MISSING(Group.BODY, ERROR, UNTYPED, "7.2.3"),
    /** A certificate has no Serial Number. */
    CERTIFICATE_SERIAL_MISSING(Group.BODY, ERROR, UNTYPED, "7.2.3"),
    /** A Serial Number is not a positive decimal integer. */
    CERTIFICATE_SERIAL_FORMAT(Group.BODY, ERROR, UNTYPED, "7.2.3"),
    /** An Issuer Name has an unusual form. */
    CERTIFICATE_ISSUER_FORM(Group.BODY, WARNING, TYPED, "-"),
    /** The certificate belongs to another Network Operator. */
    NETWORK_OPERATOR_MISMATCH(Group.BODY, WARNING, TYPED, "4", Data.NETWORK_OPERATORS),
    /** A certificate is given as both certificates of a pair. */
    CERTIFICATE_REUSED(Group.BODY, WARNING, TYPED, "7.2.3"),
    /** A pair of Network Operator certificates is incomplete. */
    NETWORK_OPERATOR_PAIR_INCOMPLETE(Group.BODY, WARNING, TYPED, "7.2.3"),
    /** The meter point is Dormant. */
    METER_POINT_DORMANT(Group.BODY, ERROR, TYPED, "4", Data.DORMANT),
    /** The meter point is not known to be Active. */
    METER_POINT_NOT_ACTIVE(Group.BODY, ERROR, TYPED, "4", Data.ACTIVE),
    /** A certificate is given for a device that the row does not have. */
    CERTIFICATE_UNEXPECTED(Group.BODY, WARNING, TYPED, "7.2.3"),
    /** A column is missing. */
    COLUMN_MISSING(Group.HEADINGS, ERROR, UNTYPED, "7.3.2, 7.4.2"),
    /** The heading is not defined for this document. */
    COLUMN_UNKNOWN(Group.HEADINGS, WARNING, TYPED, "7.3.2, 7.4.2"),
    /** The outcome in a validation response is unknown. */
    OUTCOME_UNKNOWN(Group.HEADINGS, ERROR, UNTYPED, "4"),
    /** The file cannot be read as a workbook. */
    WORKBOOK_UNREADABLE(Group.WORKBOOK, ERROR, UNTYPED, "-"),
    /** The workbook does not contain the document. */
    SHEET_MISSING(Group.WORKBOOK, ERROR, UNTYPED, "7.3, 7.4"),
    /** A header field is missing. */
    HEADER_FIELD_MISSING(Group.WORKBOOK, ERROR, UNTYPED, "7.3.1, 7.4.1"),
    /** A SEC Party Signifier is not 6 characters. */
    SEC_PARTY_SIGNIFIER_FORMAT(Group.WORKBOOK, ERROR, UNTYPED, "7.3.1, 7.4.1"),
    /** A Market Participant ID is not 3 or 4 characters. */
    MARKET_PARTICIPANT_ID_FORMAT(Group.WORKBOOK, ERROR, UNTYPED, "7.3.1, 7.4.1"),
    /** The notification is addressed to another party. */
    NOT_ADDRESSED_TO_US(Group.WORKBOOK, ERROR, TYPED, "7.3.1, 7.4.1", Data.ADDRESSEE),
    /** A long number is stored as a number. */
    NUMBER_PRECISION(Group.WORKBOOK, ERROR, UNTYPED, "-"),
    /** A cell contains a formula. */
    FORMULA_CELL(Group.WORKBOOK, WARNING, UNTYPED, "-"),
    /** A text is stored as a number or a Boolean. */
    TEXT_AS_NUMBER(Group.WORKBOOK, WARNING, TYPED, "-"),
    /** A cell contains an error. */
    ERROR_CELL(Group.WORKBOOK, ERROR, UNTYPED, "-"),
    /** Not After is before Not Before. */
    DATE_ORDER(Group.WORKBOOK, ERROR, TYPED, "7.3.2, 7.4.2"),
    /** Not Before is missing. */
    NOT_BEFORE_MISSING(Group.WORKBOOK, ERROR, TYPED, "7.3.2, 7.4.2"),
    /** Not After is missing. */
    NOT_AFTER_MISSING(Group.WORKBOOK, ERROR, TYPED, "7.4.2"),
    /** The CHF Device ID is missing. */
    DEVICE_ID_MISSING(Group.WORKBOOK, ERROR, TYPED, "7.4.2"),
    /** The Device ID is not a valid EUI-64. */
    DEVICE_ID_FORMAT(Group.WORKBOOK, ERROR, UNTYPED, "7.4.2"),
    /** A device has no meter point. */
    METER_POINT_MISSING(Group.WORKBOOK, WARNING, TYPED, "7.4.2"),
    /** DCC gives too little notice. */
    NOTICE_PERIOD_SHORT(Group.WORKBOOK, WARNING, TYPED, "5, 6", Data.NOTIFIED_ON),
    /** A response changes a field that only DCC may set. */
    RESPONSE_FIXED_FIELD_CHANGED(Group.WORKBOOK, ERROR, TYPED, "7.4.2"),
    /** An answer does not match a row of the schedule. */
    ANSWER_WITHOUT_ROW(Group.WORKBOOK, ERROR, TYPED, "6"),
    /** A response contains no answers. */
    RESPONSE_WITHOUT_ANSWERS(Group.WORKBOOK, WARNING, TYPED, "6"),
    /** The supplier's responsibility was not stated. */
    RESPONSIBILITY_UNSTATED(Group.WORKBOOK, INFO, TYPED, "6"),
    /** A response has certificates for another supplier's meter. */
    RESPONSE_SIDE_NOT_OURS(Group.WORKBOOK, ERROR, TYPED, "6", Data.RESPONSIBILITIES),
    /** A response gives gas certificates that are not allowed. */
    RESPONSE_GROUP_NOT_AFFILIATED(Group.WORKBOOK, ERROR, TYPED, "6", Data.RESPONSIBILITIES, Data.GROUP_IDS),
    /** The password file is not valid. */
    PASSWORD_FILE_FORMAT(Group.SECURE, ERROR, TYPED, "7.5.2"),
    /** The file name in the password file is unsafe. */
    PASSWORD_FILE_NAME_UNSAFE(Group.SECURE, ERROR, TYPED, "-"),
    /** The archive is damaged. */
    ARCHIVE_CORRUPT(Group.SECURE, ERROR, TYPED, "7.5.1"),
    /** The archive does not contain exactly the expected file. */
    ARCHIVE_ENTRIES(Group.SECURE, ERROR, TYPED, "7.5.1"),
    /** The archive is not encrypted with AES-256. */
    ARCHIVE_ENCRYPTION(Group.SECURE, ERROR, TYPED, "7.5.1"),
    /** The archive exceeds the size limit. */
    ARCHIVE_TOO_LARGE(Group.SECURE, ERROR, TYPED, "-"),
    /** The password does not open the archive. */
    ARCHIVE_PASSWORD(Group.SECURE, ERROR, TYPED, "7.5.1"),
    /** The hash of the file is wrong. */
    HASH_MISMATCH(Group.SECURE, ERROR, TYPED, "7.5.2"),
    /** The signature is missing. */
    SIGNATURE_MISSING(Group.SECURE, ERROR, TYPED, "4, 7.5.3"),
    /** The signature is not valid. */
    SIGNATURE_INVALID(Group.SECURE, ERROR, TYPED, "4, 7.5.3"),
    /** The signer is not trusted. */
    SIGNER_UNTRUSTED(Group.SECURE, ERROR, TYPED, "7.5.3"),
    /** The signer's certificate was not valid. */
    SIGNER_EXPIRED(Group.SECURE, ERROR, TYPED, "7.5.3"),
    /** The signer's certificate was revoked. */
    SIGNER_REVOKED(Group.SECURE, ERROR, TYPED, "7.5.3"),
    /** The signer's certificate does not allow signing. */
    SIGNER_USAGE(Group.SECURE, ERROR, TYPED, "7.5.3"),
    /** The signer is not the organisation that the password file names. */
    SIGNER_MISMATCH(Group.SECURE, ERROR, TYPED, "7.2.2"),
    /** The token is missing. */
    TOKEN_ABSENT(Group.SECURE, ERROR, TYPED, "7.5.3"),
    /** The PIN does not open the token. */
    TOKEN_PIN(Group.SECURE, ERROR, TYPED, "7.5.3"),
    /** The token has no such key. */
    TOKEN_KEY(Group.SECURE, ERROR, TYPED, "7.5.3"),
    /** The password does not open the PKCS #12 file. */
    KEY_FILE_PASSWORD(Group.SECURE, ERROR, TYPED, "7.5.3");

    /** What a rule is about. */
    public enum Group {
        /** Any CSV file. */
        CSV("Any CSV"),
        /** The header of a Migration Authorisation. */
        HEADER("Header of a Migration Authorisation"),
        /** The rows of a Migration Authorisation. */
        BODY("Body of a Migration Authorisation"),
        /** Tables with column headings: a supplier's own extract, and the body of a workbook. */
        HEADINGS("Tables with headings"),
        /** The two Dormant Meter notifications, and the response to a Migration Schedule. */
        WORKBOOK("Workbooks"),
        /** Archives, password files, signatures and tokens. Not findings but exceptions: none can be turned off. */
        SECURE("Secure exchange");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        /** {@return the name of the group for people} */
        public String title() {
            return title;
        }
    }

    /** Data that only the caller has and that a rule compares a document with. Without it, the rule reports nothing. */
    public enum Data {
        /** When the document is submitted. */
        SUBMITTED_AT("submittedAt"),
        /** When DCC gave notice. */
        NOTIFIED_ON("notifiedOn"),
        /** The certificates of each Network Operator. */
        NETWORK_OPERATORS("networkOperators"),
        /** The Dormant meter points. */
        DORMANT("dormant"),
        /** The Active meter points. */
        ACTIVE("active"),
        /** The party that a notification must be addressed to. */
        ADDRESSEE("addressee"),
        /** Which meters of an installation the supplier is responsible for. */
        RESPONSIBILITIES("responsibilities"),
        /** The GroupIDs of installations. */
        GROUP_IDS("groupIds");

        private final String option;

        Data(String option) {
            this.option = option;
        }

        /** {@return the option for it, the name of a method of {@link ValidationOptions}} */
        public String option() {
            return option;
        }
    }

    /** Whether a value that breaks a rule can be represented by its type. */
    enum Value {
        TYPED,
        UNTYPED
    }

    /** The texts of all rules, read when the first is needed. */
    private static final class Texts {
        static final ResourceBundle ALL = ResourceBundle.getBundle("uk.smets.mam.model.rules", Locale.ROOT);
    }

    private final Group group;
    private final Severity severity;
    private final Value value;
    private final String clause;

    @SuppressWarnings("ImmutableEnumChecker") // the list is unmodifiable
    private final List<Data> data;

    Rule(Group group, Severity severity, Value value, String clause, Data... data) {
        this.group = group;
        this.severity = severity;
        this.value = value;
        this.clause = clause;
        this.data = List.of(data);
    }

    /** {@return what the rule is about} */
    public Group group() {
        return group;
    }

    /** {@return the severity of the rule's findings, unless its meaning or the caller's options give another} */
    public Severity severity() {
        return severity;
    }

    /**
     * {@return the severity of the rule's findings in a kind of document, unless its meaning or the caller's options give another}
     *
     * @param document the kind of document
     */
    public Severity severity(DocumentKind document) {
        return switch (this) {
            // Leading zeros must be trimmed in the workbooks (7.3.2, 7.4.2); 7.2.3 does not mention them.
            case MPRN_LEADING_ZERO -> document == DocumentKind.MIGRATION_AUTHORISATION ? WARNING : ERROR;
            // MPAN and MPRN are both optional there (7.3.2).
            case MPXN_MISSING -> document == DocumentKind.FIRMWARE_UPGRADE_NOTIFICATION ? WARNING : ERROR;
            default -> severity;
        };
    }

    /** {@return the caller's data that the rule needs, all of it; empty for most rules} */
    public List<Data> data() {
        return data;
    }

    /** {@return the clauses of MAM v2.1b that the rule is based on, or {@code -} for a rule of this library} */
    public String clause() {
        return clause;
    }

    /**
     * {@return whether a value that breaks the rule has no typed form} If a caller turns such a rule off, reports do not show it, but reading
     * typed rows, converting and sealing still stop at it: such a value can be neither represented nor left out.
     */
    public boolean isEssential() {
        return value == Value.UNTYPED;
    }

    /** {@return when the rule reports a finding, in sentences} */
    public String meaning() {
        return text("meaning");
    }

    /** {@return how to correct the problem, in sentences} */
    public String remedy() {
        return text("remedy");
    }

    private String text(String kind) {
        return Texts.ALL.getString(name() + "." + kind);
    }
}
