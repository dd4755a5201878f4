package uk.smets.mam.cli.option;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.option.CallerDataConverters.Distributors;
import uk.smets.mam.cli.option.CallerDataConverters.Participants;
import uk.smets.mam.cli.option.CallerDataConverters.Signifiers;
import uk.smets.mam.cli.table.BankHolidaysFile;
import uk.smets.mam.cli.table.MeterPointListFile;
import uk.smets.mam.model.Addressee;
import uk.smets.mam.model.MarketParticipantId;
import uk.smets.mam.model.NoticePeriod;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecPartySignifier;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.secure.smki.SmkiCertificates;

/**
 * What only the caller knows, and rules compare with: on the command line, or in a {@link ChecksFile}, whose settings are these options. A
 * value whose label is FILE or DIR is a path.
 */
public final class CallerData {
    static final Set<String> LABELS_OF_PATHS = Set.of("FILE", "DIR");

    @Option(
            names = "--network-operators",
            paramLabel = "DIR",
            description = "Certificates of Network Operators, by distributor: 10.pem, 13_critical.cer, or 20/.")
    private @Nullable String networkOperators;

    @Option(
            names = "--dormant",
            paramLabel = "FILE",
            description = "A list of Dormant MPANs and MPRNs, which no Migration Authorisation may have.")
    private @Nullable String dormant;

    @Option(
            names = "--active",
            paramLabel = "FILE",
            description =
                    "A list of the Active MPANs and MPRNs, the only ones that a Migration Authorisation may have.")
    private @Nullable String active;

    @Option(
            names = "--distributors",
            paramLabel = "IDS",
            converter = CallerDataConverters.OfDistributors.class,
            description = "The known distributors, as 10-38,40 (default: 10-38).")
    private @Nullable List<Distributors> distributors;

    @Option(
            names = "--deadline-zone",
            paramLabel = "ZONE",
            converter = CallerDataConverters.OfZone.class,
            description = "The time zone of the deadline of 10:00 (default: Europe/London).")
    private @Nullable ZoneId deadlineZone;

    @Option(
            names = "--bank-holidays",
            paramLabel = "FILE",
            description = "Bank holidays to add or to move, and those of years after 2030.")
    private @Nullable String bankHolidays;

    @Option(
            names = "--expect-signifier",
            paramLabel = "IDS",
            converter = CallerDataConverters.OfSignifiers.class,
            description = "Your SEC Party Signifiers, one of which a notification has to have.")
    private @Nullable List<Signifiers> expectSignifier;

    @Option(
            names = "--expect-participant",
            paramLabel = "IDS",
            converter = CallerDataConverters.OfParticipants.class,
            description = "Your Market Participant IDs, one of which a notification has to have.")
    private @Nullable List<Participants> expectParticipant;

    /** This data, and what it lacks from another source. */
    CallerData orElse(CallerData other) {
        CallerData merged = new CallerData();
        merged.networkOperators = networkOperators == null ? other.networkOperators : networkOperators;
        merged.dormant = dormant == null ? other.dormant : dormant;
        merged.active = active == null ? other.active : active;
        merged.distributors = distributors == null ? other.distributors : distributors;
        merged.deadlineZone = deadlineZone == null ? other.deadlineZone : deadlineZone;
        merged.bankHolidays = bankHolidays == null ? other.bankHolidays : bankHolidays;
        merged.expectSignifier = expectSignifier == null ? other.expectSignifier : expectSignifier;
        merged.expectParticipant = expectParticipant == null ? other.expectParticipant : expectParticipant;
        return merged;
    }

    /** The rules that compare with the data that is given. */
    Set<Rule> rules() {
        Set<Rule> rules = EnumSet.noneOf(Rule.class);
        addIf(rules, networkOperators != null, Rule.NETWORK_OPERATOR_MISMATCH);
        addIf(rules, dormant != null, Rule.METER_POINT_DORMANT);
        addIf(rules, active != null, Rule.METER_POINT_NOT_ACTIVE);
        addIf(rules, distributors != null, Rule.MPAN_DISTRIBUTOR);
        addIf(rules, deadlineZone != null, Rule.SUBMISSION_LATE);
        addIf(rules, bankHolidays != null, Rule.NOTICE_PERIOD_SHORT);
        addIf(rules, expectSignifier != null || expectParticipant != null, Rule.NOT_ADDRESSED_TO_US);
        return rules;
    }

    private static void addIf(Set<Rule> rules, boolean given, Rule rule) {
        if (given) {
            rules.add(rule);
        }
    }

    /** The files and directories that are read, as the user knows them. */
    List<String> inputs() {
        return Stream.of(networkOperators, dormant, active, bankHolidays)
                .flatMap(Stream::ofNullable)
                .toList();
    }

    /**
     * Reads the data.
     *
     * @param options the options that it is added to; certificates have to be valid at their instant, or else now
     * @throws IOException where a file of it cannot be read or used
     */
    ValidationOptions in(ValidationOptions options, Console console) throws IOException {
        ValidationOptions with = options.addressee(addressee());
        if (networkOperators != null) {
            Instant at = options.submittedAt().orElseGet(console.clock()::instant);
            with = with.networkOperators(SmkiCertificates.networkOperatorsOfFolder(console.path(networkOperators), at));
        }
        if (dormant != null) {
            with = with.dormant(MeterPointListFile.read(console, dormant));
        }
        if (active != null) {
            with = with.active(MeterPointListFile.read(console, active));
        }
        if (distributors != null) {
            with = with.distributors(distributors.stream()
                    .flatMap(known -> known.values().stream())
                    .collect(Collectors.toSet()));
        }
        if (deadlineZone != null) {
            with = with.deadlineZone(deadlineZone);
        }
        if (bankHolidays != null) {
            with = with.noticePeriod(NoticePeriod.ofFifteenWorkingDays(BankHolidaysFile.read(console, bankHolidays)));
        }
        return with;
    }

    private Addressee addressee() {
        Set<SecPartySignifier> signifiers = new HashSet<>();
        if (expectSignifier != null) {
            expectSignifier.forEach(expected -> signifiers.addAll(expected.values()));
        }
        Set<MarketParticipantId> participants = new HashSet<>();
        if (expectParticipant != null) {
            expectParticipant.forEach(expected -> participants.addAll(expected.values()));
        }
        return new Addressee(signifiers, participants);
    }
}
