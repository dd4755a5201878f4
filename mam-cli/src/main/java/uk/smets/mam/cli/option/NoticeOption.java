package uk.smets.mam.cli.option;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import uk.smets.mam.model.ValidationOptions;

/** When DCC gave notice. */
public final class NoticeOption {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(
            names = "--notified-on",
            paramLabel = "DATE",
            converter = DateConverter.class,
            description = "The day on which DCC sent a workbook, such as 2019-07-01: reports short notice.")
    private @Nullable LocalDate notifiedOn;

    /** The options with the day of the notice, where the user names it. */
    public ValidationOptions in(ValidationOptions options) {
        if (notifiedOn == null || spec == null) {
            return options;
        }
        try {
            return options.notifiedOn(notifiedOn, options.noticePeriod());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--notified-on: " + e.getMessage());
        }
    }
}
