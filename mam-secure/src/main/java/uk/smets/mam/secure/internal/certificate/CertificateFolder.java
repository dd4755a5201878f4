package uk.smets.mam.secure.internal.certificate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import uk.smets.mam.model.Input;

/**
 * The certificates and revocation lists in a folder. Any other or unreadable file is an error, so that no list is missed silently.
 *
 * @param certificates the certificates, sorted by file name
 * @param revocationLists the revocation lists, sorted by file name
 */
public record CertificateFolder(List<X509Certificate> certificates, List<X509CRL> revocationLists) {
    public CertificateFolder {
        certificates = List.copyOf(certificates);
        revocationLists = List.copyOf(revocationLists);
    }

    public static CertificateFolder read(Path folder) throws IOException {
        List<Input> files = new ArrayList<>();
        for (Path path : files(folder)) {
            if (Files.exists(path) && !Files.isRegularFile(path)) {
                throw new IOException(path + ": not a regular file; this folder may contain only files with"
                        + " certificates or revocation lists");
            }
            files.add(Input.of(path));
        }
        return read(files);
    }

    /** Reads inputs as the files of a folder, in their order. */
    public static CertificateFolder read(List<Input> files) throws IOException {
        List<X509Certificate> certificates = new ArrayList<>();
        List<X509CRL> lists = new ArrayList<>();
        for (Input each : files) {
            CertificateFile file = CertificateFile.read(each);
            certificates.addAll(file.certificates());
            lists.addAll(file.revocationLists());
        }
        return new CertificateFolder(certificates, lists);
    }

    /** Returns the certificates, at least one. */
    public List<X509Certificate> requireCertificates(Path folder) throws IOException {
        if (certificates.isEmpty()) {
            throw new IOException(folder + ": contains no certificate");
        }
        return certificates;
    }

    /** Ignores folders, and files whose name starts with a dot, which belong to the system and its tools. */
    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(path -> !Files.isDirectory(path))
                    .filter(path -> !path.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }
}
