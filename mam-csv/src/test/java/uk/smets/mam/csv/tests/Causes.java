package uk.smets.mam.csv.tests;

import java.util.List;

/** Common causes of errors, each with a file that has it. The messages that name the causes are pinned in {@code messages.txt}. */
final class Causes {
    static final String ROW = Lines.dualFuel().line();
    static final String OTHER = Lines.electricity().with(1, Lines.OTHER_MPAN).line();
    static final String SOUND = Lines.HEADER + ROW + "\n" + OTHER + "\n";

    private static final String QUOTED_ISSUER = "\"CN=Z1,OU=07\"";
    private static final String COMMAS = ",".repeat(24);

    private Causes() {}

    /** A file with one cause, and what is found in it. */
    record Cause(String name, String text, List<String> findings) {
        byte[] file() {
            return Lines.bytes(text);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Cause cause(String name, String text, String... findings) {
        return new Cause(name, text, List.of(findings));
    }

    /** Files that a repair converts to {@link #SOUND}. */
    static List<Cause> repairable() {
        return List.of(
                cause("sep= line", "sep=,\n" + SOUND, "1 ERROR SPREADSHEET_DAMAGE"),
                cause("title", "Migrations in August\n" + SOUND, "1 ERROR USER_ID_FORMAT"),
                cause("headings before the header", "MPAN,MPRN,Migrate on\n" + SOUND, "1 ERROR USER_ID_FORMAT"),
                cause("total", SOUND + "TOTAL,2" + ",".repeat(23) + "\n", "6:1 ERROR MPAN_FORMAT"),
                cause("total in one field", SOUND + "Total rows: 2\n", "6:1 ERROR MPAN_FORMAT"),
                cause("Ctrl-Z at the end", SOUND + "\u001A", "5 ERROR CONTROL_CHARACTER"),
                cause(
                        "5,000 NULs at the end",
                        SOUND.stripTrailing() + "\0".repeat(5_000),
                        "5 ERROR CONTROL_CHARACTER",
                        "5 INFO FINAL_LINE_END"),
                cause("line of Ctrl-Z", SOUND + "\u001A\n", "6 ERROR CONTROL_CHARACTER"),
                cause("semicolons", separatedBy(';'), "4 ERROR FIELD_COUNT"),
                cause("tabs", separatedBy('\t'), "4 ERROR FIELD_COUNT"),
                cause("vertical bars", separatedBy('|'), "4 ERROR FIELD_COUNT"),
                cause("row in quotes", Lines.HEADER + Lines.quoted(ROW) + "\n" + OTHER + "\n", "4 ERROR FIELD_COUNT"),
                cause("trailing commas", Lines.HEADER + ROW + ",,,\n" + OTHER + "\n", "4 ERROR FIELD_COUNT"),
                cause(
                        "header line with trailing commas",
                        SOUND.replace("CGI\n", "CGI" + COMMAS + "\n"),
                        "3 ERROR FIELD_COUNT",
                        "3 INFO SPREADSHEET_DAMAGE"),
                cause("row of commas", SOUND + COMMAS + "\n", "6 ERROR MPXN_MISSING"),
                cause("formula", withOtherMpan("=\"" + Lines.OTHER_MPAN + "\""), "5:1 ERROR SPREADSHEET_DAMAGE"),
                cause(
                        "quoted formula",
                        withOtherMpan("\"=\"\"" + Lines.OTHER_MPAN + "\"\"\""),
                        "5:1 ERROR SPREADSHEET_DAMAGE"),
                cause("apostrophe", withOtherMpan("'" + Lines.OTHER_MPAN), "5:1 ERROR SPREADSHEET_DAMAGE"),
                cause("decimal places", withOtherMpan(Lines.OTHER_MPAN + ".0"), "5:1 ERROR SPREADSHEET_DAMAGE"),
                cause("date with hyphens", SOUND.replaceFirst("20190805", "2019-08-05"), "4:4 ERROR DATE_FORMAT"),
                cause(
                        "typographic quotes",
                        SOUND.replaceFirst(QUOTED_ISSUER, "\u201CCN=Z1,OU=07\u201D"),
                        "4 ERROR NON_ASCII"));
    }

    private static String separatedBy(char delimiter) {
        return SOUND.replace(QUOTED_ISSUER, "CN=Z1#OU=07")
                .replace(',', delimiter)
                .replace('#', ',');
    }

    private static String withOtherMpan(String raw) {
        return SOUND.replace(Lines.OTHER_MPAN, raw);
    }

    /** Files that are not a Migration Authorisation. */
    static List<Cause> otherKinds() {
        return List.of(
                otherKind("ZIP archive", "PK\u0003\u0004\u0014"),
                otherKind("PDF", "%PDF-1.7\n"),
                otherKind("RTF", "{\\rtf1\\ansi"),
                otherKind("web page", "<!DOCTYPE html>\n<html><body>"),
                otherKind("XML", "<?xml version=\"1.0\"?>\n<Workbook/>"),
                otherKind("JSON", "{\"rows\": []}"),
                otherKind("PEM", "-----BEGIN CERTIFICATE-----\nMIIB\n"),
                otherKind("email", "MIME-Version: 1.0\nFrom: a@b\n"),
                otherKind("extract", "MPAN,MPRN,Migration Week\n1312345678907,,20190805\n"),
                otherKind("extract with a sep= line", "sep=;\nMPAN;MPRN;Migration Week\n1312345678907;;20190805\n"),
                otherKind(
                        "extract with other headings", "Point,Gas point,Week,Who,Note\n1312345678907,,20190805,us,x\n"),
                otherKind("password file", "70-B3-D5-1F-30-00-A0-01\nMA_x.zip\nd41d8cd98f00b204e9800998ecf8427e\n"));
    }

    private static Cause otherKind(String name, String text) {
        return cause(name, text, "file ERROR NOT_A_DOCUMENT");
    }
}
