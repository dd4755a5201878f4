package uk.smets.mam.cli.option;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import uk.smets.mam.model.UserId;

/** Reads a User ID. */
public final class UserIdConverter implements ITypeConverter<UserId> {
    @Override
    public UserId convert(String value) {
        try {
            return UserId.of(value);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
