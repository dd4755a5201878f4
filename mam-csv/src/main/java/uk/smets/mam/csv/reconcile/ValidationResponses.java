package uk.smets.mam.csv.reconcile;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import uk.smets.mam.csv.internal.lenient.Headings;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.file.OpenInput;

/**
 * DCC's validation responses (report S1MIG-010, clause 4), reconciled with the Migration Authorisations that they answer: which meter points
 * were accepted, rejected, not answered, answered twice in different ways, or answered without having been sent.
 *
 * <pre>{@code
 * Reconciliation reconciliation = ValidationResponses.defaults()
 *         .mapping(Map.of("Import MPxN", "MPxN", "Validation status", "Outcome"))
 *         .rejected(Set.of("Not active"))
 *         .reconcile(List.of(sent), responses);
 * }</pre>
 *
 * <p>The report's layout is not public. It is read as a CSV file whose first line has headings, however a spreadsheet program saved it, and its
 * columns are found by the names of {@link #fields()} or by a {@linkplain #mapping mapping}. A line answers the meter point in its MPxN
 * column, and those in its MPAN and MPRN columns; other columns are left out. The words of an outcome are compared without regard to case
 * and runs of white space; a word without a known meaning is an error of its line ({@code OUTCOME_UNKNOWN}), and its line is no answer.
 *
 * <p>Time grows with the files in a straight line. Up to 70 bytes of memory are needed for each meter point that was sent, and as many
 * meter points are listed of each kind as {@link ValidationOptions#findingsKept()} says; all are counted.
 *
 * <p>Immutable; it may be used for many files, and from any thread.
 */
public final class ValidationResponses {
    private static final Map<String, ValidationOutcome> USUAL_WORDS = Map.ofEntries(
            Map.entry("accepted", ValidationOutcome.ACCEPTED),
            Map.entry("valid", ValidationOutcome.ACCEPTED),
            Map.entry("validated", ValidationOutcome.ACCEPTED),
            Map.entry("success", ValidationOutcome.ACCEPTED),
            Map.entry("successful", ValidationOutcome.ACCEPTED),
            Map.entry("pass", ValidationOutcome.ACCEPTED),
            Map.entry("passed", ValidationOutcome.ACCEPTED),
            Map.entry("rejected", ValidationOutcome.REJECTED),
            Map.entry("invalid", ValidationOutcome.REJECTED),
            Map.entry("failure", ValidationOutcome.REJECTED),
            Map.entry("fail", ValidationOutcome.REJECTED),
            Map.entry("failed", ValidationOutcome.REJECTED),
            Map.entry("error", ValidationOutcome.REJECTED));

    private static final ValidationResponses DEFAULTS = new ValidationResponses(
            ResponseTable.HEADINGS,
            USUAL_WORDS,
            ValidationOptions.defaults(),
            Input::name);

    private final Headings headings;
    private final Map<String, ValidationOutcome> words;
    private final ValidationOptions options;
    private final Function<Input, String> names;

    private ValidationResponses(
            Headings headings,
            Map<String, ValidationOutcome> words,
            ValidationOptions options,
            Function<Input, String> names) {
        this.headings = headings;
        this.words = words;
        this.options = options;
        this.names = names;
    }

    /**
     * The names of {@link #fields()} as headings, and the usual words: accepted, valid, validated, success, successful, pass and passed;
     * rejected, invalid, failure, fail, failed and error.
     *
     * @return the defaults
     */
    public static ValidationResponses defaults() {
        return DEFAULTS;
    }

    /**
     * The fields of a response, which a mapping may name.
     *
     * @return MPxN, MPAN, MPRN, Outcome, Active Indicator and Reason
     */
    public static List<DocumentField> fields() {
        return ResponseTable.FIELDS;
    }

    /**
     * The same with headings of DCC's report, in place of those of an earlier call. They come before the names that are known anyway. A
     * heading that no column has is an error, which lists the headings and the nearest one.
     *
     * @param headingToField for each heading the field that it stands for: its {@link DocumentField#name() name} or {@link
     *     DocumentField#jsonName() JSON name}
     * @return the new responses
     * @throws IllegalArgumentException where one names no field of {@link #fields()}, is empty, or means the same as another and names
     *     another field
     */
    public ValidationResponses mapping(Map<String, String> headingToField) {
        return new ValidationResponses(
                ResponseTable.HEADINGS.with(requireNonNull(headingToField, "headingToField")), words, options, names);
    }

    /**
     * The same with more words that mean that a meter point was accepted, whatever they meant before.
     *
     * @param more the words, such as {@code Y}
     * @return the new responses
     * @throws IllegalArgumentException where one is blank
     */
    public ValidationResponses accepted(Collection<String> more) {
        return with(more, ValidationOutcome.ACCEPTED);
    }

    /**
     * The same with more words that mean that a meter point was rejected, whatever they meant before.
     *
     * @param more the words, such as {@code N}
     * @return the new responses
     * @throws IllegalArgumentException where one is blank
     */
    public ValidationResponses rejected(Collection<String> more) {
        return with(more, ValidationOutcome.REJECTED);
    }

    private ValidationResponses with(Collection<String> more, ValidationOutcome outcome) {
        Map<String, ValidationOutcome> all = new HashMap<>(words);
        for (String word : more) {
            if (Headings.key(word).isEmpty()) {
                throw new IllegalArgumentException("more: a word of an outcome is not blank");
            }
            all.put(Headings.key(word), outcome);
        }
        return new ValidationResponses(headings, Map.copyOf(all), options, names);
    }

    /**
     * The same with other options.
     *
     * @param newOptions how the Migration Authorisations are checked, and how much is listed
     * @return the new responses
     */
    public ValidationResponses options(ValidationOptions newOptions) {
        return new ValidationResponses(headings, words, requireNonNull(newOptions, "newOptions"), names);
    }

    /**
     * The same with other names of files in places; without this, a file is named by the last part of its path.
     *
     * @param newNames gives a name that is not empty for each path
     * @return the new responses
     */
    public ValidationResponses named(Function<Input, String> newNames) {
        return new ValidationResponses(headings, words, options, requireNonNull(newNames, "newNames"));
    }

    /**
     * Reconciles responses with what was sent.
     *
     * @param sent the Migration Authorisations, one or more
     * @param responses DCC's responses to them
     * @return what became of each meter point
     * @throws InvalidDocumentException where a Migration Authorisation has errors, or the responses lack a column; it holds all findings of
     *     that file
     * @throws IllegalArgumentException where no Migration Authorisation is given
     * @throws IOException where a file can't be read, or changes while it is being read
     */
    public Reconciliation reconcile(List<Path> sent, Path responses) throws IOException {
        return reconcile(sent.stream().map(Input::of).toList(), Input.of(responses));
    }

    /**
     * Reconciles responses with the Migration Authorisations that were sent. Those that are streams are read into memory.
     *
     * @param sent the Migration Authorisations, one or more
     * @param responses DCC's responses to them
     * @return the status of each meter point
     * @throws InvalidDocumentException if a Migration Authorisation has errors, or the responses lack a column; the exception holds all
     *     findings of that file
     * @throws IllegalArgumentException if no Migration Authorisation is given
     * @throws IOException if an input cannot be read, or a file changes while it is being read
     */
    public Reconciliation reconcile(List<Input> sent, Input responses) throws IOException {
        if (sent.isEmpty()) {
            throw new IllegalArgumentException("sent: at least one Migration Authorisation");
        }
        List<Input> repeatable = new ArrayList<>();
        for (Input file : sent) {
            repeatable.add(OpenInput.repeatable(file));
        }
        SentFiles files = new SentFiles(repeatable, options, names);
        SentMeterPoints meterPoints = files.index();
        ResponseReading reading =
                new ResponseReading(headings, words, options.named(names.apply(responses)), meterPoints);
        reading.read(responses);
        return reading.result(files, responses);
    }

    /** What a word means, or empty where nobody said so. */
    static Optional<ValidationOutcome> meaning(Map<String, ValidationOutcome> words, String word) {
        return Optional.ofNullable(words.get(Headings.key(word)));
    }
}
