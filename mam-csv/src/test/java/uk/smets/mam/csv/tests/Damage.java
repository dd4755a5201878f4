package uk.smets.mam.csv.tests;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.Rule;

/** Damage by editors, transfers and spreadsheets that loses no information, with the rule that the damaged file breaks. */
enum Damage {
    CR_LF(Rule.LINE_END, file -> file.lineEnd = "\r\n"),
    CR(Rule.LINE_END, file -> file.lineEnd = "\r"),
    NO_FINAL_LINE_END(Rule.FINAL_LINE_END, file -> file.endsLastLine = false),
    UTF_8_MARK(Rule.BYTE_ORDER_MARK, file -> file.mark = "\uFEFF"),
    UTF_16_LITTLE_ENDIAN_MARK(Rule.BYTE_ORDER_MARK, file -> {
        file.charset = StandardCharsets.UTF_16LE;
        file.mark = "\uFEFF";
    }),
    UTF_16_BIG_ENDIAN_MARK(Rule.BYTE_ORDER_MARK, file -> {
        file.charset = StandardCharsets.UTF_16BE;
        file.mark = "\uFEFF";
    }),
    UTF_16_LITTLE_ENDIAN(Rule.NON_ASCII, file -> {
        file.charset = StandardCharsets.UTF_16LE;
        file.mark = "";
    }),
    UTF_16_BIG_ENDIAN(Rule.NON_ASCII, file -> {
        file.charset = StandardCharsets.UTF_16BE;
        file.mark = "";
    }),
    WINDOWS_DASHES(Rule.NON_ASCII, file -> {
        file.charset = Charset.forName("windows-1252");
        file.eachValue(value -> value.replace('-', '\u2013'));
    }),
    LOWER_CASE_USER_ID(
            Rule.USER_ID_CASE, file -> file.header().get(0).replaceAll(value -> value.toLowerCase(Locale.ROOT))),
    LOWER_CASE_YES_OR_NO(
            Rule.COMMISSIONED_BY_DCC, file -> file.header().get(1).replaceAll(value -> value.toLowerCase(Locale.ROOT))),
    SUPERSEDED_SMSO(
            Rule.SMSO_SUPERSEDED, file -> file.header().get(2).replaceAll(value -> value.replace("BRG", "BTG"))),
    LOWER_CASE_SMSO(
            Rule.SMSO_UNKNOWN,
            file -> file.header()
                    .get(2)
                    .replaceAll(value -> value.equals("BTG") ? value : value.toLowerCase(Locale.ROOT))),
    LOWER_CASE_PRIORITY(Rule.PRIORITY_VALUE, file -> file.eachValue(value -> value.equals("Y") ? "y" : value)),
    ISO_DATES(
            Rule.DATE_FORMAT,
            file -> file.rows()
                    .forEach(row -> row.subList(2, 4)
                            .replaceAll(date -> date.replaceFirst("^(\\d{4})(\\d{2})(\\d{2})$", "$1-$2-$3")))),
    LEADING_ZEROS_OF_SERIAL_NUMBERS(
            Rule.CERTIFICATE_SERIAL_FORMAT,
            file -> file.rows().forEach(row -> {
                for (int i = 5; i < row.size(); i += 2) {
                    row.set(i, row.get(i).replaceFirst("^(?=[1-9])", "00"));
                }
            })),
    LEADING_ZEROS_OF_MPRNS(
            Rule.MPRN_LEADING_ZERO,
            file -> file.rows().forEach(row -> row.set(1, row.get(1).replaceFirst("^(?=[1-9][0-9]{0,8}$)", "0")))),
    SMART_DASHES(Rule.NON_ASCII, file -> file.eachValue(value -> value.replace('-', '\u2010'))),
    SMART_QUOTES(Rule.NON_ASCII, file -> file.eachValue(value -> value.replace('"', '\u201D'))),
    FULL_WIDTH_DIGITS(
            Rule.NON_ASCII,
            file -> file.eachValue(value -> value.replace('0', '\uFF10').replace('7', '\uFF17'))),
    CYRILLIC_LOOK_ALIKES(
            Rule.NON_ASCII,
            file -> file.eachValue(value -> value.replace('C', '\u0421').replace('E', '\u0415'))),
    ZERO_WIDTH_SPACES(
            Rule.NON_ASCII, file -> file.eachValue(value -> value.substring(0, 1) + '\u200B' + value.substring(1))),
    NO_BREAK_SPACES(Rule.FIELD_PADDED, file -> file.eachValue(value -> value + "\u00A0")),
    SPACES(Rule.FIELD_PADDED, file -> file.eachValue(value -> "  " + value + " ")),
    QUOTES_EVERYWHERE(null, file -> file.quotesAll = true),
    SPACES_AROUND_QUOTES(Rule.FIELD_PADDED, file -> file.aroundQuotes = " "),
    BARE_QUOTES(Rule.QUOTING, file -> {
        if (!file.rows().isEmpty()) {
            file.delimiter = ';';
        }
        file.quotesBarely = true;
    }),
    SEMICOLONS(Rule.FIELD_COUNT, file -> file.delimiter = file.rows().isEmpty() ? ',' : ';'),
    TABS(Rule.FIELD_COUNT, file -> file.delimiter = file.rows().isEmpty() ? ',' : '\t'),
    PADDED_HEADER(Rule.SPREADSHEET_DAMAGE, file -> {
        if (!file.rows().isEmpty()) {
            file.header().forEach(line -> line.addAll(Collections.nCopies(24, "")));
        }
    }),
    PADDED_ROWS(Rule.FIELD_COUNT, file -> file.rows().forEach(row -> row.addAll(List.of("", " ")))),
    EMPTY_ROWS(Rule.BLANK_LINE, file -> file.records.add(new ArrayList<>(Collections.nCopies(25, "")))),
    HEADINGS(
            Rule.MPAN_FORMAT,
            file -> file.records.add(
                    file.records.size() - file.rows().size(),
                    new ArrayList<>(MigrationAuthorisation.fields().stream()
                            .map(DocumentField::name)
                            .toList()))),
    // The last one, because the others count the lines of the header.
    EMPTY_LINES(
            Rule.BLANK_LINE,
            file -> file.records.add(file.random.nextInt(file.records.size() + 1), new ArrayList<>(List.of(""))));

    private final Rule rule;

    @SuppressWarnings("ImmutableEnumChecker") // the effects have no state
    private final Consumer<DamagedFile> effect;

    Damage(Rule rule, Consumer<DamagedFile> effect) {
        this.rule = rule;
        this.effect = effect;
    }

    void apply(DamagedFile file) {
        effect.accept(file);
    }

    /** The rule that the damaged file breaks; null if it breaks none. */
    Rule rule() {
        return rule;
    }
}
