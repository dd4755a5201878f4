package uk.smets.mam.cli.option;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import uk.smets.mam.model.MigrationWeek;

/** Reads a day. */
public final class DateConverter implements ITypeConverter<LocalDate> {
    @Override
    public LocalDate convert(String value) {
        try {
            LocalDate day = LocalDate.parse(
                    value, value.contains("-") ? DateTimeFormatter.ISO_LOCAL_DATE : DateTimeFormatter.BASIC_ISO_DATE);
            MigrationWeek.containing(day);
            return day;
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new TypeConversionException("'" + value + "' is no date: write one like 2019-08-07 or 20190807");
        }
    }
}
