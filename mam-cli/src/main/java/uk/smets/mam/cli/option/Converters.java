package uk.smets.mam.cli.option;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import uk.smets.mam.cli.console.Suggestions;
import uk.smets.mam.cli.table.AnswerFields;
import uk.smets.mam.model.MarketParticipantId;
import uk.smets.mam.model.MigrationWeek;
import uk.smets.mam.model.Responsibility;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecPartySignifier;
import uk.smets.mam.model.UserId;

/** Converts the values of options. A value with several items is split here, because picocli does not split a quoted value. */
public final class Converters {
    private static final List<String> RULE_CODES =
            Arrays.stream(Rule.values()).map(Rule::name).toList();

    private Converters() {}

    /** Converts a value by a function that throws a runtime exception with a message for the user. */
    private abstract static class Converter<T> implements ITypeConverter<T> {
        abstract T parse(String value);

        @Override
        public T convert(String value) {
            try {
                return parse(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    private static <T> List<T> items(String value, Function<String, T> item) {
        return Arrays.stream(value.split(",", -1)).map(String::strip).map(item).toList();
    }

    private static IllegalArgumentException invalid(String value, String problem) {
        return new IllegalArgumentException("'" + value + "' is not " + problem);
    }

    public static final class OfUserId extends Converter<UserId> {
        @Override
        UserId parse(String value) {
            return UserId.of(value);
        }
    }

    /** Converts an ISO date and time with {@code Z} or an offset, or {@code now}. */
    public static final class OfInstant extends Converter<Instant> {
        private final Clock clock;

        public OfInstant(Clock clock) {
            this.clock = clock;
        }

        @Override
        Instant parse(String value) {
            if (value.equals("now")) {
                return clock.instant();
            }
            try {
                return OffsetDateTime.parse(value).toInstant();
            } catch (DateTimeException e) {
                throw invalid(
                        value, "an instant: write it as 2019-08-01T09:30:00Z or 2019-08-01T10:30+01:00, or write now");
            }
        }
    }

    /** Converts a date that is in a Migration Week. */
    public static final class OfDate extends Converter<LocalDate> {
        @Override
        LocalDate parse(String value) {
            try {
                LocalDate date = LocalDate.parse(
                        value,
                        value.contains("-") ? DateTimeFormatter.ISO_LOCAL_DATE : DateTimeFormatter.BASIC_ISO_DATE);
                MigrationWeek.containing(date);
                return date;
            } catch (DateTimeException | IllegalArgumentException e) {
                throw invalid(value, "a date: write it as 2019-08-07 or 20190807");
            }
        }
    }

    public static final class OfZone extends Converter<ZoneId> {
        @Override
        ZoneId parse(String value) {
            try {
                return ZoneId.of(value);
            } catch (DateTimeException e) {
                throw invalid(value, "a time zone: write one such as Europe/London or UTC");
            }
        }
    }

    public static final class OfRule extends Converter<Rule> {
        @Override
        Rule parse(String value) {
            return rule(value);
        }
    }

    private static Rule rule(String value) {
        String code = value.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        if (!RULE_CODES.contains(code)) {
            throw new IllegalArgumentException("there is no rule " + value
                    + Suggestions.sentence(Suggestions.of(code, RULE_CODES)) + " (mam rules lists all)");
        }
        return Rule.valueOf(code);
    }

    record Rules(List<Rule> values) {}

    static final class OfRules extends Converter<Rules> {
        @Override
        Rules parse(String value) {
            return new Rules(items(value, Converters::rule));
        }
    }

    static final class OfMeters extends Converter<Responsibility.Meters> {
        @Override
        Responsibility.Meters parse(String value) {
            return AnswerFields.meters(value);
        }
    }

    record Signifiers(List<SecPartySignifier> values) {}

    static final class OfSignifiers extends Converter<Signifiers> {
        @Override
        Signifiers parse(String value) {
            return new Signifiers(items(value, SecPartySignifier::of));
        }
    }

    record Participants(List<MarketParticipantId> values) {}

    static final class OfParticipants extends Converter<Participants> {
        @Override
        Participants parse(String value) {
            return new Participants(items(value, MarketParticipantId::of));
        }
    }

    record Distributors(Set<Integer> values) {}

    /** Converts distributor IDs and ranges of them: {@code 10-23,40}. */
    static final class OfDistributors extends Converter<Distributors> {
        private static final Pattern RANGE = Pattern.compile("([0-9]{2})(?:-([0-9]{2}))?");

        @Override
        Distributors parse(String value) {
            Set<Integer> distributors = new TreeSet<>();
            for (String item : value.split(",", -1)) {
                Matcher range = RANGE.matcher(item.strip());
                if (!range.matches() || range.group(2) != null && range.group(2).compareTo(range.group(1)) < 0) {
                    throw invalid(item, "a distributor ID of two digits, or a range of them: write them as 10-38,40");
                }
                int first = Integer.parseInt(range.group(1));
                int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
                for (int distributor = first; distributor <= last; distributor++) {
                    distributors.add(distributor);
                }
            }
            return new Distributors(distributors);
        }
    }

    /** Rule codes for shell completion. */
    static final class RuleCodes implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return RULE_CODES.iterator();
        }
    }

    /** Names of meters for shell completion. */
    static final class MeterNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(Responsibility.Meters.values())
                    .map(Responsibility.Meters::title)
                    .iterator();
        }
    }
}
