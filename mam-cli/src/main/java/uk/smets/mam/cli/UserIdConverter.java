package uk.smets.mam.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import uk.smets.mam.model.UserId;

/** Reads a User ID. */
final class UserIdConverter implements ITypeConverter<UserId> {
    @Override
    public UserId convert(String value) {
        try {
            return UserId.of(value);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
