package uk.smets.mam.cli.option;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import uk.smets.mam.model.MarketParticipantId;
import uk.smets.mam.model.SecPartySignifier;

/** Reads the values of {@link CallerData}; picocli's own way of splitting a value stumbles over quotes in it. */
public final class CallerDataConverters {
    private CallerDataConverters() {}

    private static <T> Set<T> items(String value, Function<String, T> item) {
        try {
            return Arrays.stream(value.split(",", -1))
                    .map(String::strip)
                    .map(item)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    /** SEC Party Signifiers that are named together. */
    record Signifiers(Set<SecPartySignifier> values) {}

    /** Reads signifiers joined by commas. */
    static final class OfSignifiers implements ITypeConverter<Signifiers> {
        @Override
        public Signifiers convert(String value) {
            return new Signifiers(items(value, SecPartySignifier::of));
        }
    }

    /** Market Participant IDs that are named together. */
    record Participants(Set<MarketParticipantId> values) {}

    /** Reads Market Participant IDs joined by commas. */
    static final class OfParticipants implements ITypeConverter<Participants> {
        @Override
        public Participants convert(String value) {
            return new Participants(items(value, MarketParticipantId::of));
        }
    }

    /** Distributors that are named together. */
    record Distributors(Set<Integer> values) {}

    /** Reads distributor IDs and spans of them, joined by commas: {@code 10-23,40}. */
    static final class OfDistributors implements ITypeConverter<Distributors> {
        private static final Pattern SPAN = Pattern.compile("([0-9]{2})(?:-([0-9]{2}))?");

        @Override
        public Distributors convert(String value) {
            Set<Integer> distributors = new TreeSet<>();
            for (String item : value.split(",", -1)) {
                Matcher span = SPAN.matcher(item.strip());
                if (!span.matches()) {
                    throw misuse(item);
                }
                int first = Integer.parseInt(span.group(1));
                int last = span.group(2) == null ? first : Integer.parseInt(span.group(2));
                if (last < first) {
                    throw misuse(item);
                }
                for (int distributor = first; distributor <= last; distributor++) {
                    distributors.add(distributor);
                }
            }
            return new Distributors(distributors);
        }

        private static TypeConversionException misuse(String item) {
            return new TypeConversionException(
                    "'" + item + "' is not a distributor ID of two digits or a span of them: write them as 10-38,40");
        }
    }

    /** Reads a time zone. */
    public static final class OfZone implements ITypeConverter<ZoneId> {
        @Override
        public ZoneId convert(String value) {
            try {
                return ZoneId.of(value);
            } catch (DateTimeException e) {
                throw new TypeConversionException(
                        "'" + value + "' is not a time zone: write one such as Europe/London or UTC");
            }
        }
    }
}
