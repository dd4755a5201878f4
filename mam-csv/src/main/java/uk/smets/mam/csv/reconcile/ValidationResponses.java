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
import java.util.TreeMap;
import java.util.function.Function;
import uk.smets.mam.csv.internal.lenient.Headings;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.file.OpenInput;
import uk.smets.mam.model.internal.primitive.Arguments;

/**
 * Reconciles DCC's validation responses (report S1MIG-010, clause 4) with the Migration Authorisations that were sent: which meter points
 * are accepted, rejected, unanswered, answered in contradictory ways, or answered without having been sent.
 *
 * <pre>{@code
 * Reconciliation reconciliation = ValidationResponses.defaults()
 *         .mapping(Map.of("Import MPxN", "MPxN", "Validation status", "Outcome"))
 *         .rejected(Set.of("Not active"))
 *         .reconcile(List.of(sent), responses);
 * }</pre>
 *
 * <p>The layout of the report is not public. It is read as a CSV file whose first line has headings, and its columns are found by the names
 * of {@link #fields()} or by a {@linkplain #mapping mapping}. A line answers the meter points in its MPxN, MPAN and MPRN columns; other
 * columns are ignored. Outcomes are compared without regard to case and runs of white space; an unknown word is an error ({@code
 * OUTCOME_UNKNOWN}), and its line is not an answer.
 *
 * <p>Time is linear in the size of the files. Memory use is up to 70 bytes per meter point that was sent. Of each status, at most {@link
 * ValidationOptions#findingsKept()} meter points are listed; all are counted.
 *
 * <p>Immutable and thread-safe; it can be used for many files.
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

    private static final ValidationResponses DEFAULTS =
            new ValidationResponses(ResponseTable.HEADINGS, USUAL_WORDS, ValidationOptions.defaults(), Input::name);

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
     * Returns the default: the names of {@link #fields()} as headings, and these words: accepted, valid, validated, success, successful,
     * pass and passed; rejected, invalid, failure, fail, failed and error.
     *
     * @return the default
     */
    public static ValidationResponses defaults() {
        return DEFAULTS;
    }

    /**
     * Returns the fields of a response, for a mapping.
     *
     * @return MPxN, MPAN, MPRN, Outcome, Active Indicator and Reason
     */
    public static List<DocumentField> fields() {
        return ResponseTable.FIELDS;
    }

    /**
     * Returns a copy with the headings of DCC's report, in place of those of an earlier call. They take precedence over the default names.
     * A heading that matches no column is an error, whose message lists the headings and the nearest one.
     *
     * @param headingToField the field of each heading, by its {@link DocumentField#name() name} or {@link DocumentField#jsonName() JSON
     *     name}
     * @return the new responses
     * @throws IllegalArgumentException if a heading is empty or is mapped to an unknown field, or if two equal headings are mapped to
     *     different fields
     */
    public ValidationResponses mapping(Map<String, String> headingToField) {
        return new ValidationResponses(
                ResponseTable.HEADINGS.with(Arguments.requireEntries(headingToField, "headingToField")),
                words,
                options,
                names);
    }

    /**
     * Returns a copy with more words for an accepted meter point; an earlier meaning is replaced.
     *
     * @param more the words, such as {@code Y}
     * @return the new responses
     * @throws IllegalArgumentException if a word is blank
     */
    public ValidationResponses accepted(Collection<String> more) {
        return with(more, ValidationOutcome.ACCEPTED);
    }

    /**
     * Returns a copy with more words for a rejected meter point; an earlier meaning is replaced.
     *
     * @param more the words, such as {@code N}
     * @return the new responses
     * @throws IllegalArgumentException if a word is blank
     */
    public ValidationResponses rejected(Collection<String> more) {
        return with(more, ValidationOutcome.REJECTED);
    }

    private ValidationResponses with(Collection<String> more, ValidationOutcome outcome) {
        Map<String, ValidationOutcome> all = new HashMap<>(words);
        for (String word : Arguments.listOf(more, "more")) {
            if (Headings.key(word).isEmpty()) {
                throw new IllegalArgumentException("more: a word for an outcome must not be blank");
            }
            all.put(Headings.key(word), outcome);
        }
        return new ValidationResponses(headings, Map.copyOf(all), options, names);
    }

    /**
     * Returns a copy with other options.
     *
     * @param newOptions the options for checking the Migration Authorisations, and the number of meter points to list
     * @return the new responses
     */
    public ValidationResponses options(ValidationOptions newOptions) {
        return new ValidationResponses(headings, words, requireNonNull(newOptions, "newOptions"), names);
    }

    /**
     * Returns a copy with other names of files in places; by default, the name of the input is used.
     *
     * @param newNames returns a name for each input, not empty
     * @return the new responses
     */
    public ValidationResponses named(Function<Input, String> newNames) {
        return new ValidationResponses(headings, words, options, requireNonNull(newNames, "newNames"));
    }

    /**
     * Reconciles responses with the Migration Authorisations that were sent.
     *
     * @param sent the Migration Authorisations, one or more
     * @param responses DCC's responses to them
     * @return the status of each meter point
     * @throws InvalidDocumentException if a Migration Authorisation has errors, or the responses lack a column; the exception contains all
     *     findings of that file
     * @throws IllegalArgumentException if no Migration Authorisation is given
     * @throws IOException if a file cannot be read, or changes while it is being read
     */
    public Reconciliation reconcile(List<Path> sent, Path responses) throws IOException {
        return reconcile(
                Arguments.listOf(sent, "sent").stream().map(Input::of).toList(),
                Input.of(requireNonNull(responses, "responses")));
    }

    /**
     * Reconciles responses with the Migration Authorisations that were sent. Those that are streams are read into memory.
     *
     * @param sent the Migration Authorisations, one or more
     * @param responses DCC's responses to them
     * @return the status of each meter point
     * @throws InvalidDocumentException if a Migration Authorisation has errors, or the responses lack a column; the exception contains all
     *     findings of that file
     * @throws IllegalArgumentException if no Migration Authorisation is given
     * @throws IOException if an input cannot be read, or a file changes while it is being read
     */
    public Reconciliation reconcile(List<Input> sent, Input responses) throws IOException {
        requireNonNull(responses, "responses");
        if (Arguments.listOf(sent, "sent").isEmpty()) {
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

    /** Returns the outcome for a word, or empty if the word is unknown. */
    static Optional<ValidationOutcome> meaning(Map<String, ValidationOutcome> words, String word) {
        return Optional.ofNullable(words.get(Headings.key(word)));
    }

    /** {@return the words for outcomes, and the options} */
    @Override
    public String toString() {
        return "ValidationResponses[" + new TreeMap<>(words) + ", " + options + "]";
    }
}
