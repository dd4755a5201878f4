package uk.smets.mam.model;

import static uk.smets.mam.model.Severity.ERROR;
import static uk.smets.mam.model.Severity.INFO;
import static uk.smets.mam.model.Severity.WARNING;

import java.util.List;

/**
 * The catalogue of rules: everything that a {@link Finding} can be about. The names are stable codes; one that was
 * released is never renamed or used for something else. The clauses are those of MAM v2.1b.
 */
public enum Rule {
    // Any CSV.
    /** The file is empty. */
    FILE_EMPTY(
            Group.CSV,
            ERROR,
            "7.1",
            true,
            "The file has no bytes, or nothing but line ends.",
            "Write the three lines of the header and a row for each installation."),
    /** The file's name is of another form. */
    FILE_NAME_FORMAT(
            Group.CSV,
            WARNING,
            "7.2.1",
            false,
            "The file name is not of the form MA_<SMSO>_<User ID>_<YYYYMMDD>_<HHMMSS>.csv.",
            "Rename the file, for example to MA_CGI_70-B3-D5-1F-30-00-A0-01_20181207_134412.csv."),
    /** The file's name and its header disagree. */
    FILE_NAME_MISMATCH(
            Group.CSV,
            ERROR,
            "7.2.1",
            false,
            "The SMSO or the User ID in the file name differs from the header's.",
            "Rename the file after its header, or correct the header."),
    /** The file starts with a byte order mark. */
    BYTE_ORDER_MARK(
            Group.CSV,
            ERROR,
            "7.1",
            false,
            "The file starts with a UTF-8 or UTF-16 byte order mark, which is not ASCII.",
            "Save the file as plain ASCII, without a byte order mark."),
    /** A character is not ASCII. */
    NON_ASCII(
            Group.CSV,
            ERROR,
            "7.1",
            true,
            "A byte is above 0x7F: only ASCII characters are used.",
            "Write the ASCII character that the message names."),
    /** A control character stands in a field. */
    CONTROL_CHARACTER(
            Group.CSV,
            ERROR,
            "7.1",
            true,
            "A control character, such as a tab or a NUL, is in a field; a warning in the free text of a workbook.",
            "Remove the character."),
    /** A line does not end in LF. */
    LINE_END(
            Group.CSV,
            ERROR,
            "7.1, 7.2.2",
            false,
            "A record ends in CR LF or CR; it is reported once a file, with the first line and the count.",
            "End every line in LF (0x0A) alone."),
    /** The last line has no line end. */
    FINAL_LINE_END(
            Group.CSV,
            INFO,
            "7.2.3",
            false,
            "The last record has no line end; RFC 4180 allows that.",
            "End the last line in LF (0x0A) too."),
    /** A line is empty. */
    BLANK_LINE(Group.CSV, WARNING, "7.2", false, "A line is empty.", "Remove the line."),
    /** Quotes are not as RFC 4180 has them. */
    QUOTING(
            Group.CSV,
            ERROR,
            "7.1",
            true,
            "Quoting does not follow RFC 4180: a quote is unclosed at the end of its line, text follows a closing"
                    + " quote, or a bare quote is in an unquoted field; an information where an extract has line breaks in"
                    + " balanced quotes.",
            "Quote the whole field, and double a quote that belongs to the value."),
    /** A line has too few or too many fields. */
    FIELD_COUNT(
            Group.CSV,
            ERROR,
            "7.2.2, 7.2.3",
            true,
            "A body row has other than 25 fields, or a header line other than one.",
            "Write 24 commas in a body row and none in a header line; quote a value that holds a comma."),
    /** White space stands around a value. */
    FIELD_PADDED(
            Group.CSV,
            WARNING,
            "7.1",
            false,
            "White space stands around a value: values are not padded.",
            "Remove the white space."),
    /** A value is too long. */
    FIELD_TOO_LONG(
            Group.CSV,
            ERROR,
            "7.1",
            true,
            "A value is longer than the field's maximum.",
            "Write a value of at most that length."),
    /** A spreadsheet re-saved the file. */
    SPREADSHEET_DAMAGE(
            Group.CSV,
            ERROR,
            "-",
            false,
            "The file bears the marks of having been re-saved by a spreadsheet: 1.23457E+12 for a number, a Serial"
                    + " Number rounded to 15 digits and zeros, trailing commas after a header line, a re-written date;"
                    + " an information beside the error that names what has become of the value.",
            "Export the file from its source again, and do not open it in a spreadsheet before sending it."),

    /** The input is something else. */
    NOT_A_DOCUMENT(
            Group.CSV,
            ERROR,
            "-",
            true,
            "The input is neither of the documents: an archive, a PDF, an image, a web page, an old Excel file, a"
                    + " password file, an extract with column headings; the message says what it is.",
            "Give the document itself; 'mam import' reads an extract."),

    // The header of a Migration Authorisation.
    /** The header has fewer than three lines. */
    HEADER_INCOMPLETE(
            Group.HEADER,
            ERROR,
            "7.2.2",
            true,
            "The file has fewer than the three lines of the header.",
            "Start the file with User ID, Commissioned by DCC and SMSO, a line each."),
    /** The User ID is of another form. */
    USER_ID_FORMAT(
            Group.HEADER,
            ERROR,
            "7.2.2",
            true,
            "The User ID is not 8 hexadecimal pairs joined by hyphens.",
            "Write it as 70-B3-D5-1F-30-00-A0-01."),
    /** The User ID is in lower case. */
    USER_ID_CASE(
            Group.HEADER,
            WARNING,
            "7.2.2",
            false,
            "The User ID has hexadecimal digits in lower case.",
            "Write its hexadecimal digits in upper case."),
    /** Commissioned by DCC is neither YES nor NO. */
    COMMISSIONED_BY_DCC(
            Group.HEADER,
            ERROR,
            "7.2.2",
            true,
            "Commissioned by DCC is other than YES or NO in upper case.",
            "Write YES or NO."),
    /** The SMSO has no such code. */
    SMSO_UNKNOWN(
            Group.HEADER,
            ERROR,
            "7.2.2",
            true,
            "The SMSO is not one of the seven codes.",
            "Write one of BRG, CGI, EDM, MDS, NPW, SCM, TRL, in upper case."),
    /** The SMSO's code was superseded. */
    SMSO_SUPERSEDED(
            Group.HEADER,
            ERROR,
            "7.2.2",
            false,
            "The SMSO is BTG, the code that version 2.0 had for British Gas.",
            "Write BRG."),
    /** The file has no rows. */
    NO_ROWS(
            Group.HEADER,
            WARNING,
            "4",
            false,
            "The file has a header and no rows.",
            "Add a row for each installation, or do not send the file."),

    // The body of a Migration Authorisation.
    /** The row names no meter point. */
    MPXN_MISSING(
            Group.BODY,
            ERROR,
            "4",
            false,
            "The row has neither an MPAN nor an MPRN.",
            "Give the MPAN of the Active electricity meter, the MPRN of the Active gas meter, or both."),
    /** The MPAN is of another form. */
    MPAN_FORMAT(Group.BODY, ERROR, "7.2.3", true, "The MPAN is not 13 digits.", "Write the 13 digits, 0 to 9."),
    /** The MPAN's distributor is unknown. */
    MPAN_DISTRIBUTOR(
            Group.BODY,
            WARNING,
            "-",
            false,
            "The first two digits of the MPAN are no known distributor (10 to 38, unless the caller says otherwise).",
            "Check the MPAN against its source."),
    /** The MPAN's check digit is wrong. */
    MPAN_CHECK_DIGIT(
            Group.BODY,
            WARNING,
            "-",
            false,
            "The thirteenth digit of the MPAN is not the check digit of the first twelve.",
            "Check the MPAN against its source: a digit is likely wrong or two are swapped."),
    /** The MPRN is of another form. */
    MPRN_FORMAT(
            Group.BODY,
            ERROR,
            "7.2.3",
            true,
            "The MPRN is not 1 to 10 digits; a warning where it has fewer than 6, which no real one has.",
            "Write the 6 to 10 digits, 0 to 9."),
    /** The MPRN starts with a zero. */
    MPRN_LEADING_ZERO(
            Group.BODY, WARNING, "7.3.2, 7.4.2", false, "The MPRN has a leading zero.", "Leave leading zeros out."),
    /** The MPRN's check digits are wrong. */
    MPRN_CHECK_DIGIT(
            Group.BODY,
            WARNING,
            "-",
            false,
            "The last two digits of the MPRN are not the check digits of the others.",
            "Check the MPRN against its source: a digit is likely wrong or two are swapped."),
    /** The meter point stands in an earlier row. */
    MPXN_DUPLICATE(
            Group.BODY,
            WARNING,
            "-",
            false,
            "The MPAN or the MPRN is in an earlier row of the file, or of another file of its kind that is checked"
                    + " with it; the message names that row.",
            "Keep one row for each installation."),
    /** The date is none. */
    DATE_FORMAT(
            Group.BODY,
            ERROR,
            "7.2.3, 7.3.2, 7.4.2",
            true,
            "The value is not a real calendar date in the document's own format.",
            "Write the date as YYYYMMDD, for example 20190805."),
    /** The row names no week. */
    MIGRATION_WEEK_MISSING(
            Group.BODY,
            ERROR,
            "7.2.3",
            false,
            "The row has neither a Migration Week nor a Migrate on date.",
            "Give the Monday of the Migration Week as YYYYMMDD."),
    /** The Migration Week does not start on a Monday. */
    MIGRATION_WEEK_NOT_MONDAY(
            Group.BODY,
            ERROR,
            "7.2.3",
            true,
            "The Migration Week is not the date of a Monday.",
            "Write the Monday of that week, which the message names."),
    /** Migrate on lies outside of the Migration Week. */
    MIGRATE_ON_OUTSIDE_WEEK(
            Group.BODY,
            ERROR,
            "7.2.3",
            false,
            "Migrate on and Migration Week are both given, and the date is not within the week.",
            "Give a date from the Monday to the Sunday of the week, or leave one of the two out."),
    /** Rows name different weeks. */
    MIGRATION_WEEKS_MIXED(
            Group.BODY,
            WARNING,
            "4",
            false,
            "Rows of one file name different Migration Weeks.",
            "Send one file for each Migration Week."),
    /** The deadline of a row's week has passed. */
    SUBMISSION_LATE(
            Group.BODY,
            WARNING,
            "4, 6",
            false,
            "At the given instant the deadline of the row's week has passed: 10:00 on the Thursday before it. In a"
                    + " Migration Schedule the week is that of Not before, and the deadline that of the response.",
            "Name a later week in a Migration Authorisation, and ask DCC whether it takes a late response: a late file"
                    + " may be processed, without guarantee."),
    /** A date is far from the instant of submission. */
    DATE_REMOTE(
            Group.BODY,
            WARNING,
            "-",
            false,
            "A date is more than a year before or after the given instant.",
            "Check the date, and its year above all."),
    /** The priority is neither Y nor nothing. */
    PRIORITY_VALUE(
            Group.BODY,
            ERROR,
            "7.2.3",
            true,
            "Priority is other than Y or nothing.",
            "Write Y in upper case, or nothing."),
    /** A mandatory certificate is omitted. */
    CERTIFICATE_MISSING(
            Group.BODY,
            ERROR,
            "7.2.3, 7.4.2",
            false,
            "The Serial Number of a mandatory certificate is omitted. In a response this concerns a side (the ESME; the"
                    + " GPF with the GSME) that names a Supplier certificate, or that the caller declared to be theirs"
                    + " where the other side names one.",
            "Give the supplier's certificates for every device of the meter points in the row; in a response for every"
                    + " device of the side."),
    /** A certificate has no Issuer Name. */
    CERTIFICATE_ISSUER_MISSING(
            Group.BODY,
            ERROR,
            "7.2.3",
            true,
            "A Serial Number stands without its Issuer Name.",
            "Give the Issuer Name of the certificate, for example \"CN=Z1,OU=07\"."),
    /** A certificate has no Serial Number. */
    CERTIFICATE_SERIAL_MISSING(
            Group.BODY,
            ERROR,
            "7.2.3",
            true,
            "An Issuer Name stands without its Serial Number.",
            "Give the Serial Number of the certificate, or leave the Issuer Name out."),
    /** A Serial Number is of another form. */
    CERTIFICATE_SERIAL_FORMAT(
            Group.BODY,
            ERROR,
            "7.2.3",
            true,
            "The Serial Number is not a positive decimal integer: it has a sign, hexadecimal digits, separators or"
                    + " leading zeros.",
            "Write it in decimal digits alone."),
    /** An Issuer Name is of an unusual form. */
    CERTIFICATE_ISSUER_FORM(
            Group.BODY,
            WARNING,
            "-",
            false,
            "The Issuer Name is not an RFC 2253 name in the order of the certificate.",
            "Write it as XML Signature does, for example \"CN=Z1,OU=07\"."),
    /** The Network Operator's certificate is another operator's. */
    NETWORK_OPERATOR_MISMATCH(
            Group.BODY,
            WARNING,
            "4",
            false,
            "The Network Operator certificate is not one of those that the caller listed for the MPAN's distributor.",
            "Give a certificate of the Network Operator whose number the MPAN starts with (TMAD 4.47, 4.48)."),
    /** A certificate is given as both of its pair. */
    CERTIFICATE_REUSED(
            Group.BODY,
            WARNING,
            "7.2.3",
            false,
            "One certificate is given as both the Critical and the Non-Critical one of a device.",
            "Give the certificate for digital signatures as Critical and the one for key agreement as Non-Critical;"
                    + " mam cert says which is which."),
    /** Half of a pair of Network Operator certificates is given. */
    NETWORK_OPERATOR_PAIR_INCOMPLETE(
            Group.BODY,
            WARNING,
            "7.2.3",
            false,
            "A Critical Network Operator certificate is given without the Non-Critical one, or the reverse.",
            "Give both, or leave both out."),
    /** The meter point is Dormant. */
    METER_POINT_DORMANT(
            Group.BODY,
            ERROR,
            "4",
            false,
            "The MPAN or the MPRN is on the caller's list of Dormant meter points.",
            "Leave the meter point and its certificates out: DCC migrates Dormant meters without an authorisation."),
    /** The meter point is not known to be Active. */
    METER_POINT_NOT_ACTIVE(
            Group.BODY,
            ERROR,
            "4",
            false,
            "The MPAN or the MPRN is not on the caller's list of Active meter points.",
            "Check the meter point against its source, and leave it out unless its meter is Active."),
    /** A certificate is given for a device that the row does not have. */
    CERTIFICATE_UNEXPECTED(
            Group.BODY,
            WARNING,
            "7.2.3",
            false,
            "A certificate is given for a device whose meter point is not.",
            "Give the meter point, or leave the certificate out."),

    // Tables with headings: an extract, or the body of a workbook.
    /** A column is absent. */
    COLUMN_MISSING(
            Group.HEADINGS,
            ERROR,
            "7.3.2, 7.4.2",
            true,
            "A column that the document needs is absent; a warning where the column is optional.",
            "Add the column under the MAM's own name for it."),
    /** A column is unknown. */
    COLUMN_UNKNOWN(
            Group.HEADINGS,
            WARNING,
            "7.3.2, 7.4.2",
            false,
            "A heading is not defined for the document, or a column of values has no heading; an error where two"
                    + " columns have one heading.",
            "Correct the heading, name it in the mapping, or remove the column."),
    /** The outcome of a validation response has no known meaning. */
    OUTCOME_UNKNOWN(
            Group.HEADINGS,
            ERROR,
            "4",
            true,
            "A validation response has no outcome, or a word whose meaning was not given.",
            "Say which words mean accepted and which mean rejected, or correct the mapping of the columns."),

    // The two notifications, which are workbooks.
    /** The file can't be read as a workbook. */
    WORKBOOK_UNREADABLE(
            Group.WORKBOOK,
            ERROR,
            "-",
            true,
            "The file is not a workbook that can be read: it is damaged, protected by a password, of another format"
                    + " (.xls, .xlsb, Strict Open XML), or one of its parts is wrong. The message names the part. A"
                    + " warning where a schedule can be read, and no response to it can be written.",
            "Re-save it in Excel as an Excel workbook (.xlsx or .xlsm) without a password, or ask DCC to resend it."),
    /** The workbook does not hold the document. */
    SHEET_MISSING(
            Group.WORKBOOK,
            ERROR,
            "7.3, 7.4",
            true,
            "No sheet of the workbook holds the header labels or the headings of the body.",
            "Give the workbook that DCC sent."),
    /** A field of the header is absent. */
    HEADER_FIELD_MISSING(
            Group.WORKBOOK,
            ERROR,
            "7.3.1, 7.4.1",
            true,
            "Name, SEC Party Signifier, Market Participant ID or SMSO is absent or empty.",
            "Write the label in a cell, and the value to the right of it or below it."),
    /** A SEC Party Signifier is of another form. */
    SEC_PARTY_SIGNIFIER_FORMAT(
            Group.WORKBOOK,
            ERROR,
            "7.3.1, 7.4.1",
            true,
            "An item of the list of SEC Party Signifiers is not 6 characters.",
            "Write signifiers of 6 characters, joined by commas."),
    /** A Market Participant ID is of another form. */
    MARKET_PARTICIPANT_ID_FORMAT(
            Group.WORKBOOK,
            ERROR,
            "7.3.1, 7.4.1",
            true,
            "An item of the list of Market Participant IDs is neither 3 nor 4 characters.",
            "Write identifiers of 3 characters for gas and 4 for electricity, joined by commas."),
    /** The notification is for somebody else. */
    NOT_ADDRESSED_TO_US(
            Group.WORKBOOK,
            ERROR,
            "7.3.1, 7.4.1",
            false,
            "None of the SEC Party Signifiers, or none of the Market Participant IDs, that the caller expects is in the"
                    + " header; and, whatever the caller expects, a warning where rows have a meter point of a fuel for"
                    + " which the header has no Market Participant ID, at the first of them.",
            "Check for whom the notification is before using it, and ask DCC for your own if it is not for you."),
    /** A long number stands in a cell as a number. */
    NUMBER_PRECISION(
            Group.WORKBOOK,
            ERROR,
            "-",
            true,
            "An integer of more than 15 digits is held as a number: Excel has already lost its last digits.",
            "Give the cell the format Text, and enter the number anew from its source."),
    /** A cell holds a formula. */
    FORMULA_CELL(
            Group.WORKBOOK,
            WARNING,
            "-",
            true,
            "A cell of the document holds a formula. The value that was last calculated is read, and no formula is"
                    + " ever evaluated; an error where the workbook holds no such value, since it is then unknown.",
            "Replace the formula by its value."),
    /** A text is held as a number or a truth value. */
    TEXT_AS_NUMBER(
            Group.WORKBOOK,
            WARNING,
            "-",
            false,
            "A field of free text (a name, manufacturer, model, serial number or firmware version) is held as a number"
                    + " or a truth value: zeros at its start or end may be lost.",
            "Give the cell the format Text, and enter the text again from its source."),
    /** A cell holds an error. */
    ERROR_CELL(
            Group.WORKBOOK,
            ERROR,
            "-",
            true,
            "A cell of the document holds an error such as #REF! or #N/A, or refers to a text that the workbook does"
                    + " not have.",
            "Enter the value anew from its source."),
    /** Not After is before Not Before. */
    DATE_ORDER(
            Group.WORKBOOK,
            ERROR,
            "7.3.2, 7.4.2",
            false,
            "Not After is a day before Not Before.",
            "Give a Not After that is Not Before or a later day."),
    /** Not Before is absent. */
    NOT_BEFORE_MISSING(
            Group.WORKBOOK,
            ERROR,
            "7.3.2, 7.4.2",
            false,
            "Not Before is mandatory, and empty.",
            "Give the first day on which it may be done."),
    /** Not After is absent. */
    NOT_AFTER_MISSING(
            Group.WORKBOOK,
            ERROR,
            "7.4.2",
            false,
            "Not After is mandatory in a Migration Schedule, and empty.",
            "Give the last day on which it may be done."),
    /** The CHF Device ID is absent. */
    DEVICE_ID_MISSING(
            Group.WORKBOOK,
            ERROR,
            "7.4.2",
            false,
            "The CHF Device ID is mandatory, and empty.",
            "Give the Device ID of the Communications Hub Function."),
    /** A Device ID is of another form. */
    DEVICE_ID_FORMAT(
            Group.WORKBOOK,
            ERROR,
            "7.4.2",
            true,
            "A Device ID is not an EUI-64: 8 pairs of hexadecimal digits, with hyphens or without; a warning where"
                    + " they are joined by colons, as such an ID can be read.",
            "Write it as 00-DB-12-34-56-78-90-A0."),
    /** A device has no meter point. */
    METER_POINT_MISSING(
            Group.WORKBOOK,
            WARNING,
            "7.4.2",
            false,
            "A row of a Migration Schedule has an ESME Device ID and no MPAN, or a GPF or GSME Device ID and no MPRN.",
            "Ask DCC for the meter point of the device."),
    /** DCC gives less notice than it has to. */
    NOTICE_PERIOD_SHORT(
            Group.WORKBOOK,
            WARNING,
            "5, 6",
            false,
            "Fewer than 15 Working Days lie between the date of the notification that the caller gives and Not Before.",
            "Ask DCC for a later Not Before."),
    /** A response changes what only DCC may give. */
    RESPONSE_FIXED_FIELD_CHANGED(
            Group.WORKBOOK,
            ERROR,
            "7.4.2",
            false,
            "A response differs from the schedule in a field that is not yellow, or in its rows.",
            "Answer in the workbook that DCC sent, and fill its yellow fields only."),
    /** An answer is to no row, or its row is named in two ways that disagree. */
    ANSWER_WITHOUT_ROW(
            Group.WORKBOOK,
            ERROR,
            "6",
            false,
            "An answer names a row or a meter point that the schedule does not have, or names its row in two ways that"
                    + " disagree.",
            "Name rows as the schedule has them: by their number, MPAN or MPRN, or several of these that agree."),
    /** A response answers nothing. */
    RESPONSE_WITHOUT_ANSWERS(
            Group.WORKBOOK,
            WARNING,
            "6",
            false,
            "No yellow field of a response is filled.",
            "Fill the Priority or certificates of a row, or do not send the response."),
    /** Nobody stated whose meters a response is for. */
    RESPONSIBILITY_UNSTATED(
            Group.WORKBOOK,
            INFO,
            "6",
            false,
            "A response names Supplier certificates on both sides of a row, and nobody stated which meters the supplier"
                    + " is responsible for. Reported once a file.",
            "State which meters are yours, so that certificates on another supplier's meter are found."),
    /** A response names certificates for another supplier's meter. */
    RESPONSE_SIDE_NOT_OURS(
            Group.WORKBOOK,
            ERROR,
            "6",
            false,
            "Supplier certificates are named on a side of a row (electricity or gas) that the caller declared to be"
                    + " neither theirs nor an affiliate's.",
            "Leave the certificates of that side to its Responsible Supplier."),
    /** A response gives gas certificates where it must not. */
    RESPONSE_GROUP_NOT_AFFILIATED(
            Group.WORKBOOK,
            ERROR,
            "6",
            false,
            "The electricity supplier names gas certificates of an affiliate's meter in an installation of GroupID EA,"
                    + " EB or EC. It never concerns a single supplier of both meters.",
            "Leave the gas certificates of the row to the gas supplier."),

    // The secure exchange.
    /** The password file is of another form. */
    PASSWORD_FILE_FORMAT(
            Group.SECURE,
            ERROR,
            "7.5.2",
            false,
            "The password file is not three lines of one field, each ended in LF, or a field is of the wrong form;"
                    + " an information where lines end in CR LF and the signature verifies over them.",
            "Write the User ID, the name of the encrypted file and its MD5 in 32 hexadecimal digits, a line each."),
    /** The password file names a file that could lie anywhere. */
    PASSWORD_FILE_NAME_UNSAFE(
            Group.SECURE,
            ERROR,
            "-",
            false,
            "The file name in the password file holds a path separator, two dots, a drive, a control character, or is"
                    + " a name that a system reserves.",
            "Name the encrypted file without folders, as it was named when it was encrypted."),
    /** The archive is damaged. */
    ARCHIVE_CORRUPT(
            Group.SECURE,
            ERROR,
            "7.5.1",
            false,
            "The archive is not a ZIP, is cut short, contradicts itself, or has bytes before or after it.",
            "Ask for the archive again, or make it anew."),
    /** The archive holds something else than the one file. */
    ARCHIVE_ENTRIES(
            Group.SECURE,
            ERROR,
            "7.5.1",
            false,
            "The archive has other than exactly one entry, or an entry that is a folder, a link, or not named as the"
                    + " password file says.",
            "Put the one file into an archive of its own, and do not rename it after that."),
    /** The archive is not encrypted as agreed. */
    ARCHIVE_ENCRYPTION(
            Group.SECURE,
            ERROR,
            "7.5.1",
            false,
            "The entry is not encrypted, or not with AES-256.",
            "Encrypt it with AES-256: in 7-Zip choose the archive format zip and the method AES-256, or write -tzip"
                    + " -mem=AES256."),
    /** The archive unpacks to too much. */
    ARCHIVE_TOO_LARGE(
            Group.SECURE,
            ERROR,
            "-",
            false,
            "The entry unpacks past the limit on its size, 2 GiB unless the caller says otherwise, or past the limit"
                    + " on its ratio.",
            "If the file is known to be that large, raise the limit; else it is an attempt to fill the disk."),
    /** The password does not open the archive. */
    ARCHIVE_PASSWORD(
            Group.SECURE,
            ERROR,
            "7.5.1",
            false,
            "The password does not open the archive, or its authentication code fails: a wrong password or damage, and"
                    + " which of them cannot be told.",
            "Check that archive and password file belong together, and ask for both again if they do."),
    /** The hash of what came out is another. */
    HASH_MISMATCH(
            Group.SECURE,
            ERROR,
            "7.5.2",
            false,
            "The MD5 of what came out of the archive is not the one in the password file.",
            "Ask for archive and password file again: they do not belong together."),
    /** The signature is missing. */
    SIGNATURE_MISSING(
            Group.SECURE,
            ERROR,
            "4, 7.5.3",
            false,
            "The password file has no signature.",
            "Ask for the signature that belongs to the password file."),
    /** The signature does not hold. */
    SIGNATURE_INVALID(
            Group.SECURE,
            ERROR,
            "4, 7.5.3",
            false,
            "The signature does not verify over exactly the bytes that were received, or is in a layout that is not"
                    + " known, so that it cannot be verified; the message says which.",
            "Reject the file, and ask for it again: it was changed on its way, or signed wrongly. Where the layout is"
                    + " not known, ask for a CMS signature, or give the library the layout."),
    /** The signer is not trusted. */
    SIGNER_UNTRUSTED(
            Group.SECURE,
            ERROR,
            "7.5.3",
            false,
            "The signer's certificate has no path to a trust anchor that the caller gave.",
            "Check the signer's issuer, and give its certificate as a trust anchor only if it is an authority of the"
                    + " IKI, which issues file-signing certificates."),
    /** The signer's certificate was not in force. */
    SIGNER_EXPIRED(
            Group.SECURE,
            ERROR,
            "7.5.3",
            false,
            "The signer's certificate was not valid at the time of signing.",
            "Sign with a certificate that is in force."),
    /** The signer's certificate was revoked. */
    SIGNER_REVOKED(
            Group.SECURE,
            ERROR,
            "7.5.3",
            false,
            "The signer's certificate is on a revocation list that the caller gave.",
            "Reject the file, and ask the sender for one that is signed with a certificate in force."),
    /** The signer's certificate may not sign. */
    SIGNER_USAGE(
            Group.SECURE,
            ERROR,
            "7.5.3",
            false,
            "The signer's certificate is not for signatures.",
            "Sign with the IKI File Signing certificate."),
    /** The signer is another than the password file says. */
    SIGNER_MISMATCH(
            Group.SECURE,
            ERROR,
            "7.2.2",
            false,
            "The User ID in the signer's certificate is of another organisation (first six octets) than the one in the"
                    + " password file; an information where it is another one of the same organisation.",
            "Sign with the certificate of the organisation that the file names."),
    /** There is no token. */
    TOKEN_ABSENT(
            Group.SECURE,
            ERROR,
            "7.5.3",
            false,
            "No token is there, or none with the label that was asked for.",
            "Put the token in, and check the library's path and the token's label."),
    /** The PIN does not open the token. */
    TOKEN_PIN(
            Group.SECURE,
            ERROR,
            "7.5.3",
            false,
            "The token refuses the PIN, or is locked.",
            "Check the PIN before trying again: a few wrong ones lock the token."),
    /** The token has no such key. */
    TOKEN_KEY(
            Group.SECURE,
            ERROR,
            "7.5.3",
            false,
            "The token has no key of that name that can sign.",
            "Check the name of the key against those that the message lists.");

    /** What a rule is about. */
    public enum Group {
        /** Any CSV file. */
        CSV("Any CSV"),
        /** The header of a Migration Authorisation. */
        HEADER("Header of a Migration Authorisation"),
        /** The rows of a Migration Authorisation. */
        BODY("Body of a Migration Authorisation"),
        /** Tables that name their columns: a supplier's own extract, and the body of a workbook. */
        HEADINGS("Tables with headings"),
        /** The two Dormant Meter notifications and the response to one of them. */
        WORKBOOK("Workbooks"),
        /**
         * Archives, password files, signatures and tokens. These are no findings: each ends an operation with an exception
         * that carries its code, before anything is written, and none can be turned off.
         */
        SECURE("Secure exchange");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        /**
         * The group's name for people.
         *
         * @return the name
         */
        public String title() {
            return title;
        }
    }

    /**
     * What only the caller knows, and rules compare a document with. Where it is not given, those rules report nothing.
     */
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
        /** Whom a notification has to be for. */
        ADDRESSEE("addressee"),
        /** Which meters of an installation the supplier is responsible for. */
        RESPONSIBILITIES("responsibilities"),
        /** The GroupIDs of installations. */
        GROUP_IDS("groupIds");

        private final String option;

        Data(String option) {
            this.option = option;
        }

        /**
         * The option by which the caller gives it.
         *
         * @return the name of a method of {@link ValidationOptions}
         */
        public String option() {
            return option;
        }
    }

    private final Group group;
    private final Severity severity;
    private final String clause;
    private final boolean essential;
    private final String meaning;
    private final String remedy;

    Rule(Group group, Severity severity, String clause, boolean essential, String meaning, String remedy) {
        this.group = group;
        this.severity = severity;
        this.clause = clause;
        this.essential = essential;
        this.meaning = meaning;
        this.remedy = remedy;
    }

    /**
     * What the rule is about.
     *
     * @return its group
     */
    public Group group() {
        return group;
    }

    /**
     * The severity that the rule's findings have, unless its meaning or the caller says otherwise.
     *
     * @return the severity
     * @see #severity(DocumentKind)
     */
    public Severity severity() {
        return severity;
    }

    /**
     * Returns the severity that the rule's findings have in a document of a kind, unless its meaning or the caller says otherwise.
     *
     * @param document the kind of document
     * @return the severity
     */
    public Severity severity(DocumentKind document) {
        return switch (this) {
            // Leading zeros are trimmed in the workbooks (7.3.2, 7.4.2), and not mentioned in 7.2.3.
            case MPRN_LEADING_ZERO -> document == DocumentKind.MIGRATION_AUTHORISATION ? WARNING : ERROR;
            // MPAN and MPRN are both optional there (7.3.2).
            case MPXN_MISSING -> document == DocumentKind.FIRMWARE_UPGRADE_NOTIFICATION ? WARNING : ERROR;
            default -> severity;
        };
    }

    /**
     * Returns the data of the caller with which the rule compares a document.
     *
     * @return the data, empty for a rule that needs none; where there are several, the rule needs them all
     */
    public List<Data> data() {
        return switch (this) {
            case SUBMISSION_LATE, DATE_REMOTE -> List.of(Data.SUBMITTED_AT);
            case NOTICE_PERIOD_SHORT -> List.of(Data.NOTIFIED_ON);
            case NETWORK_OPERATOR_MISMATCH -> List.of(Data.NETWORK_OPERATORS);
            case METER_POINT_DORMANT -> List.of(Data.DORMANT);
            case METER_POINT_NOT_ACTIVE -> List.of(Data.ACTIVE);
            case NOT_ADDRESSED_TO_US -> List.of(Data.ADDRESSEE);
            case RESPONSE_SIDE_NOT_OURS -> List.of(Data.RESPONSIBILITIES);
            case RESPONSE_GROUP_NOT_AFFILIATED -> List.of(Data.RESPONSIBILITIES, Data.GROUP_IDS);
            default -> List.of();
        };
    }

    /**
     * The clauses of MAM v2.1b that it comes from.
     *
     * @return the clauses joined by comma, or {@code -} for the library's own
     */
    public String clause() {
        return clause;
    }

    /**
     * Whether a value that breaks the rule has no typed form. A caller may turn such a rule off for a report; reading
     * typed rows, converting and sealing still stop at it, because a value that cannot be represented cannot be left out either.
     *
     * @return true where nothing typed can stand for what was found
     */
    public boolean isEssential() {
        return essential;
    }

    /**
     * When the rule fires, in a sentence.
     *
     * @return the sentence
     */
    public String meaning() {
        return meaning;
    }

    /**
     * What to do about it, in a sentence.
     *
     * @return the sentence
     */
    public String remedy() {
        return remedy;
    }
}
