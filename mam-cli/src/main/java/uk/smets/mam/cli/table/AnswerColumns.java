package uk.smets.mam.cli.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import uk.smets.mam.cli.console.Suggestions;
import uk.smets.mam.model.AffiliateGroups;
import uk.smets.mam.model.CertificateId;
import uk.smets.mam.model.CertificateIds;
import uk.smets.mam.model.CertificateSlot;
import uk.smets.mam.model.Location;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Mprn;
import uk.smets.mam.model.Responsibility;
import uk.smets.mam.model.ScheduleAnswer;
import uk.smets.mam.model.ScheduleRowKey;
import uk.smets.mam.xlsx.MigrationScheduleResponse;

/** The columns of an answers file. Case, spaces and the kind of dash in a heading are ignored. */
public final class AnswerColumns {
    private static final ScheduleAnswer UNCHANGED = ScheduleAnswer.certificates(CertificateIds.NONE);
    private static final Pattern ROW_NUMBER = Pattern.compile("[1-9][0-9]{0,6}");
    private static final Pattern SEPARATOR = Pattern.compile("[\\s\\p{Pd}]+");

    private static final Map<String, String> HEADINGS = AnswerFields.headings().stream()
            .collect(Collectors.toUnmodifiableMap(AnswerColumns::key, heading -> heading));

    /** Most rows of a large file have one of a few answers. */
    private static final int MOST_KEPT = 1_024;

    private final Optional<Responsibility.Meters> meters;
    private final boolean affiliated;
    private final Map<String, Integer> places = new HashMap<>();
    private final int[] yellow;
    private final int rowPlace;
    private final int mpanPlace;
    private final int mprnPlace;
    private final int responsibleForPlace;
    private final int affiliatedPlace;
    private final int groupIdPlace;
    private final int columns;
    private final Map<List<String>, ScheduleAnswer> kept = new HashMap<>();

    /**
     * Reads the headings.
     *
     * @param headings the headings
     * @param meters the meters of records that do not state any
     * @param affiliated whether the other supplier is affiliated, in records that do not state it
     * @param problems receives the problems of the headings
     */
    AnswerColumns(
            List<String> headings, Optional<Responsibility.Meters> meters, boolean affiliated, List<String> problems) {
        this.meters = meters;
        this.affiliated = affiliated;
        columns = headings.size();
        for (int place = 0; place < headings.size(); place++) {
            String heading = HEADINGS.get(key(headings.get(place)));
            if (heading == null) {
                problems.add("column " + (place + 1) + " has an unknown heading"
                        + Suggestions.sentence(Suggestions.of(headings.get(place), HEADINGS.values())));
            } else if (places.put(heading, place) != null) {
                problems.add("two columns have the heading " + heading + ": remove one of them");
            }
        }
        yellow = AnswerFields.yellow().stream()
                .filter(places::containsKey)
                .mapToInt(places::get)
                .toArray();
        rowPlace = place(AnswerFields.ROW);
        mpanPlace = place(AnswerFields.MPAN);
        mprnPlace = place(AnswerFields.MPRN);
        responsibleForPlace = place(AnswerFields.RESPONSIBLE_FOR);
        affiliatedPlace = place(AnswerFields.AFFILIATED);
        groupIdPlace = place(AnswerFields.GROUP_ID);
        if (!isUsable()) {
            problems.add("no column identifies the rows: add " + AnswerFields.ROW + ", " + AnswerFields.MPAN + " or "
                    + AnswerFields.MPRN);
        }
    }

    private static String key(String heading) {
        return SEPARATOR.matcher(heading.strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
    }

    /** Returns whether a text is one of the headings. */
    static boolean isHeading(String text) {
        return HEADINGS.containsKey(key(text));
    }

    /** Returns whether there is a column that identifies rows. */
    boolean isUsable() {
        return rowPlace >= 0 || mpanPlace >= 0 || mprnPlace >= 0;
    }

    /**
     * Returns the answer of a line.
     *
     * @throws IllegalArgumentException if a value is invalid
     */
    Answer read(List<String> fields) {
        if (fields.size() > columns) {
            throw new IllegalArgumentException("the line has " + fields.size() + " values for " + columns
                    + " headings: quote values that contain a delimiter");
        }
        ScheduleAnswer answer = answer(fields);
        Optional<String> number = text(fields, rowPlace);
        OptionalInt row = number.isEmpty() ? OptionalInt.empty() : OptionalInt.of(row(number.get()));
        Optional<Mpan> mpan = text(fields, mpanPlace).map(Mpan::of);
        Optional<Mprn> mprn = text(fields, mprnPlace).map(Mprn::of);
        Optional<Responsibility> responsibility = responsibility(fields);
        ScheduleAnswer stated = responsibility.map(answer::withResponsibility).orElse(answer);
        return new Answer(row, mpan, mprn, stated, responsibility.isPresent());
    }

    /** Returns the responsibility that the line states, with the options for what it leaves out. */
    private Optional<Responsibility> responsibility(List<String> fields) {
        Optional<Responsibility.Meters> ours = text(fields, responsibleForPlace).map(AnswerColumns::meters);
        Optional<Boolean> affiliate = text(fields, affiliatedPlace).map(AnswerColumns::affiliated);
        Optional<String> groupId = text(fields, groupIdPlace).map(AffiliateGroups::requireGroupId);
        if (ours.isEmpty() && affiliate.isEmpty() && groupId.isEmpty()) {
            return Optional.empty();
        }
        Optional<Responsibility> responsibility =
                ours.or(() -> meters).map(known -> new Responsibility(known, affiliate.orElse(affiliated), groupId));
        if (responsibility.isEmpty() && affiliate.isPresent()) {
            throw new IllegalArgumentException(
                    AnswerFields.RESPONSIBLE_FOR + ": write electricity, gas or both, because the"
                            + " line has a value in " + AnswerFields.AFFILIATED);
        }
        return responsibility;
    }

    private static Responsibility.Meters meters(String text) {
        try {
            return AnswerFields.meters(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(AnswerFields.RESPONSIBLE_FOR + ": " + e.getMessage(), e);
        }
    }

    private static boolean affiliated(String text) {
        return switch (text) {
            case "Y" -> true;
            case "N" -> false;
            default ->
                throw new IllegalArgumentException(AnswerFields.AFFILIATED + ": write Y or N, or leave it empty");
        };
    }

    private ScheduleAnswer answer(List<String> fields) {
        List<String> texts = new ArrayList<>(yellow.length);
        for (int place : yellow) {
            texts.add(place < fields.size() ? fields.get(place).strip() : "");
        }
        ScheduleAnswer known = kept.get(texts);
        if (known == null) {
            known = certificates(fields, priority(fields, UNCHANGED));
            if (kept.size() == MOST_KEPT) {
                kept.clear();
            }
            kept.put(texts, known);
        }
        return known;
    }

    private static int row(String text) {
        if (!ROW_NUMBER.matcher(text).matches()) {
            throw new IllegalArgumentException("Row: write the number of a row on the sheet");
        }
        return Integer.parseInt(text);
    }

    private ScheduleAnswer priority(List<String> fields, ScheduleAnswer answer) {
        Optional<String> text = text(fields, AnswerFields.PRIORITY);
        if (text.isEmpty()) {
            return answer;
        }
        return switch (text.get()) {
            case "Y" -> answer.withPriority();
            case AnswerFields.CLEARED -> answer.withoutPriority();
            default ->
                throw new IllegalArgumentException(
                        "Priority: write Y in upper case, - to clear it, or leave it empty to keep it");
        };
    }

    private ScheduleAnswer certificates(List<String> fields, ScheduleAnswer answer) {
        Map<CertificateSlot, CertificateId> given = new HashMap<>();
        ScheduleAnswer next = answer;
        for (CertificateSlot slot : CertificateSlot.values()) {
            Optional<String> serial = text(fields, AnswerFields.serialNumber(slot));
            Optional<String> issuer = text(fields, AnswerFields.issuerName(slot));
            if (isCleared(serial) && (issuer.isEmpty() || isCleared(issuer))) {
                next = next.withoutCertificate(slot);
            } else if (serial.isPresent() || issuer.isPresent()) {
                given.put(slot, certificate(slot, serial, issuer));
            }
        }
        return given.isEmpty()
                ? next
                : next.withCertificates(CertificateIds.of(slot -> Optional.ofNullable(given.get(slot))));
    }

    private static boolean isCleared(Optional<String> text) {
        return text.filter(AnswerFields.CLEARED::equals).isPresent();
    }

    private static CertificateId certificate(CertificateSlot slot, Optional<String> serial, Optional<String> issuer) {
        if (serial.isEmpty() || issuer.isEmpty()) {
            throw new IllegalArgumentException(
                    slot.title() + ": give both the Serial Number and the Issuer Name, or neither");
        }
        try {
            return CertificateId.of(serial.get(), issuer.get());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(slot.title() + ": " + e.getMessage(), e);
        }
    }

    private Optional<String> text(List<String> fields, String heading) {
        return text(fields, place(heading));
    }

    private static Optional<String> text(List<String> fields, int place) {
        if (place < 0 || place >= fields.size()) {
            return Optional.empty();
        }
        String text = fields.get(place).strip();
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** Returns the place of a column, or -1 if the file does not have it. */
    private int place(String heading) {
        return places.getOrDefault(heading, -1);
    }

    /**
     * A line of an answers file. It answers the row that matches all of the number, the MPAN and the MPRN that are given.
     *
     * @param statesMeters whether it states the meters that the supplier is responsible for
     */
    record Answer(
            OptionalInt row, Optional<Mpan> mpan, Optional<Mprn> mprn, ScheduleAnswer answer, boolean statesMeters) {
        boolean isEmpty() {
            return answer.equals(UNCHANGED);
        }

        MigrationScheduleResponse giveTo(MigrationScheduleResponse response, Location.Line line) {
            if (row.isEmpty() && mpan.isEmpty() && mprn.isEmpty()) {
                throw new IllegalArgumentException("the line identifies no row: give its Row, MPAN or MPRN");
            }
            return response.answer(new ScheduleRowKey(row, mpan, mprn, Optional.of(line)), answer);
        }
    }
}
