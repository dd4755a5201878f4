package uk.smets.mam.secure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The certificates and revocation lists of a folder's files. A file that is neither is an error: a certificate that nobody can
 * read must not be missed in silence.
 *
 * @param certificates the certificates, by the names of their files
 * @param revocationLists the revocation lists, by the names of their files
 */
record CertificateFolder(List<X509Certificate> certificates, List<X509CRL> revocationLists) {
    CertificateFolder {
        certificates = List.copyOf(certificates);
        revocationLists = List.copyOf(revocationLists);
    }

    static CertificateFolder read(Path folder) throws IOException {
        List<X509Certificate> certificates = new ArrayList<>();
        List<X509CRL> lists = new ArrayList<>();
        for (Path path : files(folder)) {
            CertificateFile file = CertificateFile.read(path);
            certificates.addAll(file.certificates());
            lists.addAll(file.revocationLists());
        }
        if (certificates.isEmpty()) {
            throw new IOException(folder + ": no certificate in it");
        }
        return new CertificateFolder(certificates, lists);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(Files::isRegularFile)
                    .filter(path -> !path.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }
}
