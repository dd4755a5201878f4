package uk.smets.mam.cli.option;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an instant: an ISO date and time with {@code Z} or an offset, or {@code now}. */
public final class InstantConverter implements ITypeConverter<Instant> {
    private final Clock clock;

    public InstantConverter(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Instant convert(String value) {
        if (value.equals("now")) {
            return clock.instant();
        }
        try {
            return OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException e) {
            throw new TypeConversionException("'" + value
                    + "' is no instant: write one like 2019-08-01T09:30:00Z or 2019-08-01T10:30+01:00, or now");
        }
    }
}
