package uk.smets.mam.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.console.ExitStatus;
import uk.smets.mam.cli.console.Usage;
import uk.smets.mam.cli.option.SchemaFormat;
import uk.smets.mam.cli.result.DescribedFields;
import uk.smets.mam.csv.description.FormatDescription;
import uk.smets.mam.csv.description.SqlDialect;
import uk.smets.mam.model.DocumentKind;

/** {@code mam schema}: describes the fields of the documents. */
@Command(
        name = "schema",
        description = {
            "Describe the fields of the documents for other programs.",
            "CSVW metadata and a Data Package describe a Migration Authorisation itself,",
            "or the CSV that 'mam convert' writes from a workbook."
        },
        sortOptions = false,
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Examples:",
            "  mam schema authorisation",
            "  mam schema schedule --format sql-postgresql | psql",
            "  mam schema schedule --format csvw --file schedule.csv > metadata.json"
        })
public final class SchemaCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "DOCUMENT",
            arity = "0..1",
            converter = KindConverter.class,
            completionCandidates = KindNames.class,
            description = "authorisation, schedule or firmware (default: all).")
    private @Nullable DocumentKind document;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = SchemaFormat.Converter.class,
            completionCandidates = SchemaFormat.Words.class,
            description =
                    "text, json, csvw, frictionless, sql-postgresql or sql-h2 (default: text). The last four are in"
                            + " UTF-8.")
    private SchemaFormat format = SchemaFormat.TEXT;

    @Option(
            names = "--file",
            paramLabel = "NAME",
            description = "Name of the CSV file to write in CSVW metadata or in a Data Package.")
    private @Nullable String file;

    public SchemaCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        FormatDescription description = document == null ? FormatDescription.ofAll() : FormatDescription.of(document);
        if (file != null) {
            if (document == null || format != SchemaFormat.CSVW && format != SchemaFormat.FRICTIONLESS) {
                throw Usage.error(spec, "--file needs a document and --format csvw or frictionless");
            }
            description = description.withFile(file);
        }
        return switch (format) {
            case TEXT, JSON -> console.print(new DescribedFields(description));
            case CSVW -> print(description.toCsvw());
            case FRICTIONLESS -> print(description.toFrictionless());
            case SQL_POSTGRESQL -> print(description.toSql(SqlDialect.POSTGRESQL));
            case SQL_H2 -> print(description.toSql(SqlDialect.H2));
        };
    }

    private int print(String text) throws IOException {
        console.bytes().write(text.getBytes(UTF_8));
        return ExitStatus.OK;
    }

    private static final class KindConverter implements ITypeConverter<DocumentKind> {
        @Override
        public DocumentKind convert(String value) {
            return switch (value) {
                case "authorisation" -> DocumentKind.MIGRATION_AUTHORISATION;
                case "schedule" -> DocumentKind.MIGRATION_SCHEDULE;
                case "firmware" -> DocumentKind.FIRMWARE_UPGRADE_NOTIFICATION;
                default ->
                    throw new TypeConversionException(
                            "'" + value + "' is not a document: give authorisation, schedule or firmware");
            };
        }
    }

    /** Documents for shell completion. */
    private static final class KindNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return List.of("authorisation", "schedule", "firmware").iterator();
        }
    }
}
