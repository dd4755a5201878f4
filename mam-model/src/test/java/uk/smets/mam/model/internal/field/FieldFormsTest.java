package uk.smets.mam.model.internal.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.smets.mam.model.FieldForm;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.finding.RecordingSink;

/** The form of a field accepts what its type reads without an error, except for what only a rule can know. */
class FieldFormsTest {
    private static final List<FieldType<?>> TYPES = List.of(
            new MpanType(),
            new MprnType(),
            new PriorityType(),
            new SerialNumberType(),
            new IssuerNameType(64),
            new UserIdType(),
            new YesNoType(),
            new SmsoType(),
            new DeviceIdType());

    @ParameterizedTest
    @CsvSource({
        "MpanType, '[0-9]{13}'",
        "MprnType, '[0-9]{1,10}'",
        "SerialNumberType, '[1-9][0-9]{0,43}'",
        "IssuerNameType, '[ -~]+'",
        "UserIdType, '[0-9A-Fa-f]{2}(-[0-9A-Fa-f]{2}){7}'",
        "DeviceIdType, '[0-9A-Fa-f]{2}(-[0-9A-Fa-f]{2}){7}|([0-9A-Fa-f]{2}){8}'"
    })
    void patternsArePinned(String type, String pattern) {
        assertThat(TYPES)
                .filteredOn(each -> each.getClass().getSimpleName().equals(type))
                .singleElement()
                .satisfies(each -> assertThat(each.form().pattern()).contains(pattern));
    }

    @Test
    void permittedValuesArePinned() {
        assertThat(new YesNoType().form().values()).containsExactly("YES", "NO");
        assertThat(new PriorityType().form().values()).containsExactly("Y");
        assertThat(new SmsoType().form().values()).containsExactly("BRG", "CGI", "EDM", "MDS", "NPW", "SCM", "TRL");
    }

    @Test
    void kindsArePinned() {
        assertThat(new SmsoType().form().kind()).isEqualTo(FieldForm.Kind.TEXT);
        assertThat(new SerialNumberType().form().kind()).isEqualTo(FieldForm.Kind.NUMBER);
        assertThat(new YesNoType().form().kind()).isEqualTo(FieldForm.Kind.FLAG);
        assertThat(new DateType().form().kind()).isEqualTo(FieldForm.Kind.DATE);
        assertThat(FieldForms.list("[a-z]{6}").kind()).isEqualTo(FieldForm.Kind.LIST);
        assertThat(new TextType().form())
                .isEqualTo(new FieldForm(FieldForm.Kind.TEXT, Optional.empty(), List.of(), Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "20190805, uuuuMMdd, '[0-9]{4}[0-9]{2}[0-9]{2}'",
        "05082019, ddMMuuuu, '[0-9]{2}[0-9]{2}[0-9]{4}'",
        "05/08/2019, dd/MM/uuuu, '[0-9]{2}/[0-9]{2}/[0-9]{4}'"
    })
    void datePatternReadsTheDate(String text, String datePattern, String pattern) {
        assertThat(List.of(new DateType(), DayFirstDateType.compact(), DayFirstDateType.slashed()))
                .filteredOn(type -> type.form().datePattern().orElseThrow().equals(datePattern))
                .singleElement()
                .satisfies(type -> {
                    assertThat(type.form().pattern()).contains(pattern);
                    assertThat(text).matches(pattern);
                    assertThat(type.decode(FieldTextTest.text(text), problems(new RecordingSink(), text)))
                            .isEqualTo(LocalDate.of(2019, 8, 5));
                });
        assertThat(LocalDate.parse(text, DateTimeFormatter.ofPattern(datePattern, Locale.ROOT)))
                .isEqualTo(LocalDate.of(2019, 8, 5));
    }

    @Property(tries = 4000)
    void formAcceptsWhatTheTypeReadsWithoutAnError(@ForAll("texts") String text) {
        for (FieldType<?> type : TYPES) {
            RecordingSink sink = new RecordingSink();
            Object value = type.decode(FieldTextTest.text(text), problems(sink, text));
            boolean read =
                    value != null && sink.findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
            boolean rounded = text.endsWith("00000000");
            boolean colons = text.indexOf(':') >= 0;
            if (!rounded && !colons) {
                assertThat(accepts(type.form(), text))
                        .as("%s for '%s'", type.getClass().getSimpleName(), text)
                        .isEqualTo(read);
            }
        }
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> digits =
                Arbitraries.strings().withChars("0123456789").ofMinLength(1).ofMaxLength(46);
        Arbitrary<String> meterPoints =
                Arbitraries.strings().withChars("0123456789").ofMinLength(9).ofMaxLength(14);
        Arbitrary<String> pairs = Arbitraries.strings()
                .withChars("0123456789ABCDEFabcdef")
                .ofLength(2)
                .list()
                .ofMinSize(7)
                .ofMaxSize(9)
                .flatMap(list -> Arbitraries.of("-", "", " ", ":").map(joint -> String.join(joint, list)));
        Arbitrary<String> upperPairs = pairs.map(text -> text.toUpperCase(Locale.ROOT));
        Arbitrary<String> codes =
                Arbitraries.of("YES", "NO", "yes", "Y", "y", "CGI", "cgi", "CGIS", "NPW", "LNG", "BRG");
        Arbitrary<String> ascii = Arbitraries.strings()
                .withCharRange(' ', (char) 0x7F)
                .ofMinLength(1)
                .ofMaxLength(60);
        return Arbitraries.oneOf(digits, meterPoints, pairs, upperPairs, codes, ascii);
    }

    private static boolean accepts(FieldForm form, String text) {
        return form.pattern().map(text::matches).orElse(form.values().contains(text));
    }

    private static FieldProblems problems(RecordingSink sink, String text) {
        return new FieldProblems(sink.reporter(ValidationOptions.defaults(), text), RecordingSink.field(1, "Field"));
    }
}
