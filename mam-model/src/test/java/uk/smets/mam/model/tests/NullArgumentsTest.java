package uk.smets.mam.model.tests;

import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uk.smets.mam.model.Addressee;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.NetworkOperatorCertificates;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.model.Responsibilities;
import uk.smets.mam.model.Smso;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.model.WorkingDays;

/** A null in a collection is reported with the name of the argument. */
class NullArgumentsTest {
    private static final Mpan MPAN = Mpan.of("1312345678907");

    static List<Arguments> calls() {
        return List.of(
                call("secPartySignifiers", () -> new Addressee(nullSet(), Set.of())),
                call("marketParticipantIds", () -> new Addressee(Set.of(), nullSet())),
                call("signifiers", () -> Addressee.ANY.hasSignifierAmong(nullList())),
                call("participants", () -> Addressee.ANY.hasParticipantAmong(nullList())),
                call("secPartySignifiers", () -> new NotificationHeader("Supplier", nullList(), List.of(), Smso.CGI)),
                call("byDistributor", () -> NetworkOperatorCertificates.of(Collections.singletonMap(10, null))),
                call("byDistributor", () -> NetworkOperatorCertificates.of(Map.of(10, nullSet()))),
                call(
                        "byMpan",
                        () -> new Responsibilities(Optional.empty(), Collections.singletonMap(MPAN, null), Map.of())),
                call(
                        "byMprn",
                        () -> new Responsibilities(Optional.empty(), Map.of(), Collections.singletonMap(null, null))),
                call("distributors", () -> ValidationOptions.defaults().distributors(nullSet())),
                call("groupIds", () -> ValidationOptions.defaults().groupIds(Collections.singletonMap(MPAN, null))),
                call(
                        "findings",
                        () -> new ValidationReport(
                                DocumentKind.MIGRATION_SCHEDULE, Optional.empty(), 0, Map.of(), 0, nullList())),
                call("days", () -> WorkingDays.ofEnglandAndWales().withYear(2031, nullList())));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void nullElementsAreRejectedWithTheNameOfTheArgument(String argument, ThrowingCallable call) {
        assertThatNullPointerException().isThrownBy(call).withMessage("an element of " + argument);
    }

    private static Arguments call(String argument, ThrowingCallable call) {
        return Arguments.of(argument, call);
    }

    private static <T> List<T> nullList() {
        return Arrays.asList((T) null);
    }

    private static <T> Set<T> nullSet() {
        return new HashSet<>(nullList());
    }
}
