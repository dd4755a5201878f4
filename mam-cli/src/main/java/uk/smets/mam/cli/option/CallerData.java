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
import uk.smets.mam.cli.option.Converters.Distributors;
import uk.smets.mam.cli.option.Converters.Participants;
import uk.smets.mam.cli.option.Converters.Signifiers;
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
 * Data that only the caller has and that rules compare with. It comes from the command line or from a {@link ChecksFile}, whose settings
 * are these options. A value with the label FILE or DIR is a path.
 */
public final class CallerData {
    static final Set<String> LABELS_OF_PATHS = Set.of("FILE", "DIR");

    @Option(
            names = "--network-operators",
            paramLabel = "DIR",
            description =
                    "Certificates of the Network Operators, named by distributor: 10.pem, 13_critical.cer or 20/.")
    private @Nullable String networkOperators;

    @Option(
            names = "--dormant",
            paramLabel = "FILE",
            description = "Dormant MPANs and MPRNs, which a Migration Authorisation must not have.")
    private @Nullable String dormant;

    @Option(
            names = "--active",
            paramLabel = "FILE",
            description = "Active MPANs and MPRNs, the only ones that a Migration Authorisation may have.")
    private @Nullable String active;

    @Option(
            names = "--distributors",
            paramLabel = "IDS",
            converter = Converters.OfDistributors.class,
            description = "Known distributor IDs, such as 10-38,40 (default: 10-38).")
    private @Nullable List<Distributors> distributors;

    @Option(
            names = "--deadline-zone",
            paramLabel = "ZONE",
            converter = Converters.OfZone.class,
            description = "Time zone of the 10:00 deadline (default: Europe/London).")
    private @Nullable ZoneId deadlineZone;

    @Option(
            names = "--bank-holidays",
            paramLabel = "FILE",
            description = "Bank holidays to add or move, and those of years after 2030.")
    private @Nullable String bankHolidays;

    @Option(
            names = "--expect-signifier",
            paramLabel = "IDS",
            converter = Converters.OfSignifiers.class,
            description = "Your SEC Party Signifiers; a notification must have one of them.")
    private @Nullable List<Signifiers> expectSignifier;

    @Option(
            names = "--expect-participant",
            paramLabel = "IDS",
            converter = Converters.OfParticipants.class,
            description = "Your Market Participant IDs; a notification must have one of them.")
    private @Nullable List<Participants> expectParticipant;

    /** Returns this data, completed from another source. */
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

    /** Returns the rules that compare with the given data. */
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

    /** Returns the names of the files and directories that are read. */
    List<String> inputs() {
        return Stream.of(networkOperators, dormant, active, bankHolidays)
                .flatMap(Stream::ofNullable)
                .toList();
    }

    /**
     * Reads the data and adds it to options.
     *
     * @param options the options; certificates must be valid at their instant, or now if they have none
     * @throws IOException if a file cannot be read or used
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
