package uk.smets.mam.secure.smki;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import uk.smets.mam.model.CertificateId;
import uk.smets.mam.model.CertificateSlot;
import uk.smets.mam.model.NetworkOperatorCertificates;
import uk.smets.mam.secure.internal.certificate.CertificateFile;
import uk.smets.mam.secure.internal.certificate.CertificateFolder;

/** Reads a folder in which the name of each file or folder starts with the distributor ID of its certificates. */
final class NetworkOperatorFolder {
    private static final Pattern NAME = Pattern.compile("([0-9]{2})([^0-9].*)?");

    private final Path folder;
    private final Instant at;
    private final Map<Integer, Set<CertificateId>> byDistributor = new HashMap<>();

    private NetworkOperatorFolder(Path folder, Instant at) {
        this.folder = folder;
        this.at = at;
    }

    static NetworkOperatorCertificates read(Path folder, Instant at) throws IOException {
        NetworkOperatorFolder reading = new NetworkOperatorFolder(folder, at);
        reading.readAll();
        return NetworkOperatorCertificates.of(reading.byDistributor);
    }

    private void readAll() throws IOException {
        for (Path path : entries()) {
            String name = path.getFileName().toString();
            Matcher distributor = NAME.matcher(name);
            if (!distributor.matches()) {
                throw new IOException(
                        path + ": the name does not start with a distributor ID of two digits, as in 10.pem"
                                + " or 10_operator: rename or remove it");
            }
            Set<CertificateId> known =
                    byDistributor.computeIfAbsent(Integer.valueOf(distributor.group(1)), none -> new HashSet<>());
            for (X509Certificate certificate : certificates(path)) {
                add(path, SmkiCertificate.of(certificate), known);
            }
        }
        if (byDistributor.isEmpty()) {
            throw new IOException(folder + ": no file or folder of a distributor in it");
        }
        for (Map.Entry<Integer, Set<CertificateId>> distributor : byDistributor.entrySet()) {
            if (distributor.getValue().isEmpty()) {
                // Otherwise every certificate for this distributor in a document would be treated as another
                // operator's.
                throw new IOException(folder + ": distributor " + distributor.getKey()
                        + " has no certificate that is valid at " + at + ": add the current ones");
            }
        }
    }

    /** Sorted by name. Names that start with a dot are ignored: they belong to the system and its tools. */
    private List<Path> entries() throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(path -> !path.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private static List<X509Certificate> certificates(Path path) throws IOException {
        return Files.isDirectory(path)
                ? CertificateFolder.read(path).requireCertificates(path)
                : CertificateFile.read(path).certificates();
    }

    private void add(Path path, SmkiCertificate certificate, Set<CertificateId> known) throws IOException {
        Instant whenValid = certificate.notBefore();
        List<String> critical = certificate.problemsIn(CertificateSlot.ESME_NETWORK_OPERATOR_CRITICAL, whenValid);
        if (!critical.isEmpty()
                && !certificate
                        .problemsIn(CertificateSlot.ESME_NETWORK_OPERATOR_NON_CRITICAL, whenValid)
                        .isEmpty()) {
            throw new IOException(path + ": " + certificate + " is not a Network Operator's: " + critical.get(0));
        }
        if (certificate.isValidAt(at)) {
            known.add(certificate.certificateId());
        }
    }
}
