package uk.smets.mam.secure.tests;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.x509.CRLReason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.smets.mam.model.Rule;
import uk.smets.mam.secure.signature.NamedFile;
import uk.smets.mam.secure.signature.Trust;
import uk.smets.mam.secure.signature.Verification;
import uk.smets.mam.testing.PeerProgram;

/**
 * Chains of three certificates, in every condition at every level, with every subset of certificates and lists in the folder: the
 * library and {@code openssl verify -crl_check_all} accept the same ones.
 */
@Tag("interop")
class RevocationMatrixTest {
    private static final TestPki PKI = new TestPki();
    private static final Instant NOW = TestPki.NOW;
    private static final Pattern ERROR = Pattern.compile("(?m)^error (\\d+) at");

    /** The error of OpenSSL for a certificate on a list. */
    private static final String REVOKED = "23";

    private enum Condition {
        SOUND,
        EXPIRED,
        NOT_YET_VALID,
        REVOKED;

        TestPki.Order times(TestPki.Order order) {
            return switch (this) {
                case EXPIRED -> order.valid(NOW.minus(90, ChronoUnit.DAYS), NOW.minus(1, ChronoUnit.HOURS));
                case NOT_YET_VALID -> order.valid(NOW.plus(1, ChronoUnit.HOURS), NOW.plus(90, ChronoUnit.DAYS));
                case SOUND, REVOKED -> order;
            };
        }
    }

    private enum ListCondition {
        CURRENT,
        EXPIRED,
        NOT_YET_VALID,
        FORGED,
        MISSING
    }

    private static final TestPki.Holder ROOT_KEY =
            PKI.order(TestPki.name("Matrix root", "00")).authority().selfSigned();
    private static final TestPki.Holder SUB_KEY =
            PKI.order(TestPki.name("Matrix Z1", "07")).authority().issuedBy(ROOT_KEY);
    private static final Map<Condition, TestPki.Holder> ROOTS = new EnumMap<>(Condition.class);
    private static final Map<Condition, TestPki.Holder> SUBS = new EnumMap<>(Condition.class);
    private static final Map<Condition, TestPki.Holder> SIGNERS = new EnumMap<>(Condition.class);

    static {
        TestPki.Holder signer = PKI.order(TestPki.subject("Matrix signer", "02", TestPki.USER_ID))
                .issuedBy(SUB_KEY);
        for (Condition condition : Condition.values()) {
            ROOTS.put(
                    condition,
                    condition
                            .times(PKI.order(TestPki.name("Matrix root", "00")))
                            .pair(TestPki.pairOf(ROOT_KEY))
                            .authority()
                            .selfSigned());
            SUBS.put(
                    condition,
                    condition
                            .times(PKI.order(TestPki.name("Matrix Z1", "07")))
                            .pair(TestPki.pairOf(SUB_KEY))
                            .authority()
                            .issuedBy(ROOT_KEY));
            SIGNERS.put(
                    condition,
                    condition
                            .times(PKI.order(TestPki.subject("Matrix signer", "02", TestPki.USER_ID)))
                            .pair(TestPki.pairOf(signer))
                            .issuedBy(SUB_KEY));
        }
    }

    /** One chain, and the part of it that is in the folder. */
    private record Case(
            Condition root,
            Condition sub,
            Condition signer,
            ListCondition rootList,
            ListCondition subList,
            boolean rootGiven,
            boolean subGiven) {
        List<X509Certificate> certificates() {
            List<X509Certificate> given = new ArrayList<>();
            if (rootGiven) {
                given.add(ROOTS.get(root).certificate());
            }
            if (subGiven) {
                given.add(SUBS.get(sub).certificate());
            }
            return given;
        }

        List<X509CRL> lists() {
            List<X509Certificate> revokedByRoot = new ArrayList<>();
            if (root == Condition.REVOKED) {
                revokedByRoot.add(ROOTS.get(root).certificate());
            }
            if (sub == Condition.REVOKED) {
                revokedByRoot.add(SUBS.get(sub).certificate());
            }
            List<X509CRL> lists = new ArrayList<>();
            list(ROOT_KEY, rootList, revokedByRoot).ifPresent(lists::add);
            list(
                            SUB_KEY,
                            subList,
                            signer == Condition.REVOKED
                                    ? List.of(SIGNERS.get(signer).certificate())
                                    : List.of())
                    .ifPresent(lists::add);
            return lists;
        }

        /** The same lists, with empty ones in place of those that are missing. */
        List<X509CRL> listsOfAll() {
            List<X509CRL> lists = new ArrayList<>(lists());
            if (rootList == ListCondition.MISSING) {
                lists.add(TestList.of(ROOT_KEY).signed());
            }
            if (subList == ListCondition.MISSING) {
                lists.add(TestList.of(SUB_KEY).signed());
            }
            return lists;
        }
    }

    private static Optional<X509CRL> list(
            TestPki.Holder issuer, ListCondition condition, List<X509Certificate> revoked) {
        if (condition == ListCondition.MISSING) {
            return Optional.empty();
        }
        Instant from = NOW.minus(condition == ListCondition.EXPIRED ? 9 : 1, ChronoUnit.DAYS);
        Instant until = NOW.plus(9, ChronoUnit.DAYS);
        TestList list = switch (condition) {
            case EXPIRED -> TestList.between(issuer, from, NOW.minus(1, ChronoUnit.HOURS));
            case NOT_YET_VALID -> TestList.between(issuer, NOW.plus(1, ChronoUnit.HOURS), until);
            default -> TestList.between(issuer, from, until);
        };
        revoked.forEach(certificate -> list.revoking(certificate, CRLReason.keyCompromise));
        return Optional.of(condition == ListCondition.FORGED ? list.signedBy(PKI.supplier) : list.signed());
    }

    private static List<Case> cases() {
        Set<Case> cases = new LinkedHashSet<>();
        for (Condition root : Condition.values()) {
            for (Condition sub : Condition.values()) {
                for (Condition signer : Condition.values()) {
                    cases.add(new Case(root, sub, signer, ListCondition.CURRENT, ListCondition.CURRENT, true, true));
                }
            }
        }
        for (ListCondition rootList : ListCondition.values()) {
            for (ListCondition subList : ListCondition.values()) {
                cases.add(new Case(Condition.SOUND, Condition.SOUND, Condition.SOUND, rootList, subList, true, true));
            }
        }
        for (int subset = 0; subset < 16; subset++) {
            ListCondition rootList = (subset & 1) == 0 ? ListCondition.MISSING : ListCondition.CURRENT;
            ListCondition subList = (subset & 2) == 0 ? ListCondition.MISSING : ListCondition.CURRENT;
            for (Condition at : Condition.values()) {
                boolean root = (subset & 4) != 0;
                boolean sub = (subset & 8) != 0;
                cases.add(new Case(at, Condition.SOUND, Condition.SOUND, rootList, subList, root, sub));
                cases.add(new Case(Condition.SOUND, at, Condition.SOUND, rootList, subList, root, sub));
                cases.add(new Case(Condition.SOUND, Condition.SOUND, at, rootList, subList, root, sub));
            }
        }
        return List.copyOf(cases);
    }

    @TempDir
    Path folder;

    @BeforeEach
    void requireOpenSsl() {
        Peer.OPENSSL.require();
    }

    @Test
    void acceptsTheSameChainsAsOpenssl() throws Exception {
        Set<String> different = new TreeSet<>();
        int accepted = 0;
        List<Case> cases = cases();
        for (int i = 0; i < cases.size(); i++) {
            Case one = cases.get(i);
            Path own = Files.createDirectory(folder.resolve("case" + i));
            Set<String> errors = openssl(own, one, one.lists());
            Optional<Trust> trust = trust(own, one);
            boolean all = accepts(trust.map(Trust::withRevocationListsRequired), one, errors);
            if (all != errors.isEmpty()) {
                different.add(one + ": " + errors + ", and " + all + " where every list is asked for");
            }
            // A missing list counts as an empty one unless all lists are required.
            Set<String> without = openssl(Files.createDirectory(own.resolve("again")), one, one.listsOfAll());
            boolean asGiven = accepts(trust, one, without);
            if (asGiven != without.isEmpty()) {
                different.add(one + ": " + without + ", and " + asGiven);
            }
            accepted += all ? 1 : 0;
        }
        assertThat(different).isEmpty();
        assertThat(List.of(cases.size(), accepted)).isEqualTo(List.of(235, 1));
    }

    /** Whether the signature is valid; if OpenSSL finds a certificate revoked by a trusted list, the verdict must report it. */
    private static boolean accepts(Optional<Trust> trust, Case one, Set<String> errors) {
        if (trust.isEmpty()) {
            return false;
        }
        TestPki.Holder signer = SIGNERS.get(one.signer);
        byte[] signature = new ForeignCms()
                .certificates(signer.certificate())
                .signer(signer)
                .over(Verified.BYTES);
        Verification verification = Verified.verifier(trust.get())
                .verify(Verified.FILE, Optional.of(NamedFile.of(Verified.FILE.name() + ".p7s", signature)));
        boolean complete = one.rootGiven && one.subGiven;
        if (complete && errors.contains(REVOKED)) {
            assertThat(verification.reasons())
                    .as(one.toString())
                    .anyMatch(reason -> reason.rule() == Rule.SIGNER_REVOKED);
        }
        return verification.isValid();
    }

    /** The trust from the folder, or empty if the library refuses the folder. */
    private static Optional<Trust> trust(Path own, Case one) throws Exception {
        Path trusted = Files.createDirectory(own.resolve("trust"));
        int number = 0;
        for (X509Certificate certificate : one.certificates()) {
            write(trusted.resolve(number++ + ".pem"), certificate);
        }
        for (X509CRL list : one.lists()) {
            Files.writeString(trusted.resolve(number++ + ".crl"), pem(list), US_ASCII);
        }
        if (!one.rootGiven) {
            assertThatThrownBy(() -> Trust.ofFolder(trusted))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("no trust anchor in it");
            return Optional.empty();
        }
        return Optional.of(Trust.ofFolder(trusted));
    }

    private static String pem(X509CRL list) throws Exception {
        return "-----BEGIN X509 CRL-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(list.getEncoded())
                + "\n-----END X509 CRL-----\n";
    }

    /** The error numbers of OpenSSL; none if it accepts the chain. */
    private static Set<String> openssl(Path own, Case one, List<X509CRL> lists) throws Exception {
        write(own.resolve("signer.pem"), SIGNERS.get(one.signer).certificate());
        List<String> arguments = new ArrayList<>(List.of(
                "verify",
                "-attime",
                Long.toString(NOW.getEpochSecond()),
                "-crl_check_all",
                "-no-CApath",
                "-no-CAstore"));
        if (one.rootGiven) {
            write(own.resolve("root.pem"), ROOTS.get(one.root).certificate());
            arguments.addAll(List.of("-CAfile", "root.pem"));
        } else {
            arguments.add("-no-CAfile");
        }
        if (one.subGiven) {
            write(own.resolve("sub.pem"), SUBS.get(one.sub).certificate());
            arguments.addAll(List.of("-untrusted", "sub.pem"));
        }
        int number = 0;
        for (X509CRL list : lists) {
            Files.writeString(own.resolve(++number + ".crl"), pem(list), US_ASCII);
            arguments.addAll(List.of("-CRLfile", number + ".crl"));
        }
        arguments.add("signer.pem");
        PeerProgram.Answer answer = Peer.OPENSSL.run(own, arguments.toArray(String[]::new));
        Set<String> errors = ERROR.matcher(answer.output())
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(answer.status() == 0).as(answer.output()).isEqualTo(errors.isEmpty());
        return errors;
    }

    private static void write(Path file, X509Certificate certificate) throws Exception {
        Files.writeString(file, SmkiCertificateTest.pem(certificate), US_ASCII);
    }
}
