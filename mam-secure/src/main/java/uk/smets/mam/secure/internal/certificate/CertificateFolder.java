package uk.smets.mam.secure.internal.certificate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The certificates and revocation lists of a folder's files. A file that is neither is an error, and so is anything else that cannot
 * be read: no list may be missed silently.
 *
 * @param certificates the certificates, by the names of their files
 * @param revocationLists the revocation lists, by the names of their files
 */
public record CertificateFolder(List<X509Certificate> certificates, List<X509CRL> revocationLists) {
    public CertificateFolder {
        certificates = List.copyOf(certificates);
        revocationLists = List.copyOf(revocationLists);
    }

    public static CertificateFolder read(Path folder) throws IOException {
        List<X509Certificate> certificates = new ArrayList<>();
        List<X509CRL> lists = new ArrayList<>();
        for (Path path : files(folder)) {
            if (Files.exists(path) && !Files.isRegularFile(path)) {
                throw new IOException(path + ": not a regular file; only files with certificates or revocation lists"
                        + " belong into this folder");
            }
            CertificateFile file = CertificateFile.read(path);
            certificates.addAll(file.certificates());
            lists.addAll(file.revocationLists());
        }
        return new CertificateFolder(certificates, lists);
    }

    /** Returns the certificates, of which there has to be one. */
    public List<X509Certificate> requireCertificates(Path folder) throws IOException {
        if (certificates.isEmpty()) {
            throw new IOException(folder + ": no certificate in it");
        }
        return certificates;
    }

    /** Folders and files whose name starts with a dot are left to those who put them there, as systems and tools do. */
    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(path -> !Files.isDirectory(path))
                    .filter(path -> !path.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }
}
