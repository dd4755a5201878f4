package uk.smets.mam.cli.option;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import uk.smets.mam.cli.console.Usage;
import uk.smets.mam.model.ValidationOptions;

/** The option for the day of DCC's notice. */
public final class NoticeOption {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(
            names = "--notified-on",
            paramLabel = "DATE",
            converter = Converters.OfDate.class,
            description = "Day on which DCC sent a workbook, such as 2019-07-01: reports short notice.")
    private @Nullable LocalDate notifiedOn;

    /** Returns the options with the day of the notice, if it is given. */
    public ValidationOptions in(ValidationOptions options) {
        if (notifiedOn == null) {
            return options;
        }
        try {
            return options.notifiedOn(notifiedOn, options.noticePeriod());
        } catch (IllegalArgumentException e) {
            throw Usage.error(spec, "--notified-on: " + e.getMessage());
        }
    }
}
