package uk.smets.mam.secure.tests;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AuthProvider;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import uk.smets.mam.testing.PeerProgram;

/**
 * SoftHSM2 as the USB token, with an RSA and an elliptic curve key of the {@link #PKI}, recreated for each test run. SOFTHSM2_CONF,
 * which the build sets for the JVM of the tests, is the path of its configuration.
 */
final class SoftToken {
    static final String LABEL = "mam-test";
    static final String PIN = "7391-sesame";

    /** A token without keys whose label and PIN are not ASCII. */
    static final String ACCENTED_LABEL = "caf\u00E9";

    static final String ACCENTED_PIN = "caf\u00E9-\u20AC1234";
    static final TestPki PKI = new TestPki();

    static final TestPki.Holder EC = PKI.supplier;
    static final TestPki.Holder RSA = PKI.order(TestPki.subject("Supplier RSA", "02", TestPki.USER_ID))
            .pair(TestPki.rsa(2048))
            .issuedBy(PKI.issuing);

    private static final Path LIBRARY = Path.of("/usr/lib/softhsm/libsofthsm2.so");

    /** Created once, at the first use: the library reads its configuration once per JVM. */
    private static final class Made {
        private static final SoftToken TOKEN = new SoftToken();
    }

    private final Path folder;
    private final int slot;

    private final TestPki.Holder today;

    private SoftToken() {
        folder = configuration().getParent();
        try {
            clear(folder);
            Files.createDirectories(folder.resolve("tokens"));
            Files.writeString(
                    configuration(),
                    "directories.tokendir = " + folder.resolve("tokens")
                            + "\nobjectstore.backend = file\nlog.level = ERROR\nslots.removable = false\n",
                    UTF_8);
            initialise("spare", PIN);
            slot = initialise(LABEL, PIN);
            initialise(ACCENTED_LABEL, ACCENTED_PIN);
            // All tokens are created before the library is loaded, since it looks for tokens only then.
            int slotOfToday = initialise("IKI", PIN);
            KeyStore store = store(slot);
            put(store, "file-signing-ec", EC, PKI.chain(EC));
            put(store, "file-signing-rsa", RSA, PKI.chain(RSA));
            logOut(store);
            today = PKI.order(TestPki.subject("Supplier", "02", TestPki.USER_ID))
                    .valid(
                            Instant.now().minus(1, ChronoUnit.DAYS),
                            Instant.now().plus(1, ChronoUnit.DAYS))
                    .selfSigned();
            KeyStore other = store(slotOfToday);
            put(other, "file-signing", today, List.of(today.certificate()));
            logOut(other);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path configuration() {
        String file = System.getenv("SOFTHSM2_CONF");
        PeerProgram.demand(file != null, "SOFTHSM2_CONF is not set for the JVM (the build does it)");
        return Path.of(file);
    }

    static SoftToken get() {
        Peer.SOFTHSM2.require();
        Peer.demand(Files.exists(LIBRARY), LIBRARY.toString(), "softhsm2");
        configuration();
        return Made.TOKEN;
    }

    Path library() {
        return LIBRARY;
    }

    Path folder() {
        return folder;
    }

    /** Ends a login of the process that a test left open. */
    void logOut() throws IOException, GeneralSecurityException {
        logOut(store(slot));
    }

    /** On the token "IKI": a key "file-signing" with a self-signed certificate that is valid today. */
    TestPki.Holder today() {
        return today;
    }

    /** The ID of the slot of the token {@link #LABEL}. */
    int slot() {
        return slot;
    }

    private static void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> old = Files.walk(folder)) {
                for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private int initialise(String label, String pin) throws IOException, InterruptedException {
        // Through the shell, in octets: Java encodes arguments depending on the locale.
        String said = Peer.SHELL
                .run(
                        folder,
                        "-c",
                        "softhsm2-util --init-token --free --so-pin 5678-sesame --label \"$(printf '" + octal(label)
                                + "')\" --pin \"$(printf '" + octal(pin) + "')\"")
                .succeeded()
                .output();
        Matcher number = Pattern.compile("reassigned to slot (\\d+)").matcher(said);
        if (!number.find()) {
            throw new IOException("no slot in: " + said);
        }
        return Integer.parseInt(number.group(1));
    }

    private static String octal(String text) {
        StringBuilder octal = new StringBuilder();
        for (byte octet : text.getBytes(UTF_8)) {
            octal.append('\\').append("%03o".formatted(octet & 0xFF));
        }
        return octal.toString();
    }

    /** A token's keys; it is logged in until {@link #logOut}. */
    private static KeyStore store(int slot) throws GeneralSecurityException, IOException {
        AuthProvider provider = (AuthProvider) Security.getProvider("SunPKCS11")
                .configure("--name = setup\nlibrary = " + LIBRARY + "\nslot = " + slot
                        + "\nattributes(*, CKO_PRIVATE_KEY, *) = { CKA_SIGN = true }\n");
        KeyStore store = KeyStore.getInstance("PKCS11", provider);
        store.load(null, PIN.toCharArray());
        return store;
    }

    private static void put(KeyStore store, String name, TestPki.Holder holder, List<X509Certificate> chain)
            throws GeneralSecurityException {
        store.setKeyEntry(name, holder.key(), null, chain.toArray(X509Certificate[]::new));
    }

    private static void logOut(KeyStore store) throws GeneralSecurityException {
        ((AuthProvider) store.getProvider()).logout();
    }

    /** SoftHSM2 wrapped in a library that returns other results as the defines specify; see failing-token.c. */
    Path failing(String name, String... defines) throws IOException, InterruptedException {
        Peer.demand(Files.exists(Path.of("/usr/include/dlfcn.h")), "the headers of the C library", "libc6-dev");
        Path source = Path.of("src/test/resources/token/failing-token.c").toAbsolutePath();
        Path built = folder.resolve(name + ".so");
        List<String> arguments =
                new ArrayList<>(List.of("-shared", "-fPIC", "-o", built.toString(), "-DSOFTHSM2=\"" + LIBRARY + "\""));
        arguments.addAll(List.of(defines));
        arguments.add(source.toString());
        Peer.GCC.run(folder, arguments.toArray(String[]::new)).succeeded();
        return built;
    }
}
