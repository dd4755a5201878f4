package uk.smets.mam.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import uk.smets.mam.secure.archive.ArchiveOptions;
import uk.smets.mam.secure.archive.EncryptedArchive;
import uk.smets.mam.secure.archive.PasswordFile;

/** Runs one job of the secure exchange, or its equivalent with java.util.zip, and prints the time that it takes. */
final class SecureProbe {
    static final String ARCHIVE = "archive";
    static final String OPEN = "open";
    static final String CHECK = "check";
    static final String HASH = "MD5 of the file, alone";
    static final String ZIP_DEFLATE = "java.util.zip deflate";
    static final String ZIP_INFLATE = "java.util.zip inflate";
    static final String ZIP_INFLATE_MD5 = "java.util.zip inflate, then MD5 of the file, then a sync to the disk";
    static final String ZIP_NAME = "plain.zip";

    private static final int BUFFER = 64 * 1024;

    private final Path file;
    private final Path passwordFile;
    private final Path folder;

    private SecureProbe(Path file, Path passwordFile) {
        this.file = file;
        this.passwordFile = passwordFile;
        folder = file.resolveSibling("out");
    }

    /**
     * Runs the warm-ups and then the measured run, and prints the nanoseconds of the latter.
     *
     * @param arguments the job, the file, its password file and the number of warm-ups
     * @throws IOException if the job fails
     */
    public static void main(String[] arguments) throws IOException {
        SecureProbe probe = new SecureProbe(Path.of(arguments[1]), Path.of(arguments[2]));
        for (int warmUps = Integer.parseInt(arguments[3]); warmUps > 0; warmUps--) {
            probe.run(arguments[0]);
        }
        System.out.println(probe.run(arguments[0]));
    }

    private long run(String work) throws IOException {
        Path opened = folder.resolve(file.getFileName());
        Files.deleteIfExists(opened);
        PasswordFile password = PasswordFile.parse(passwordFile);
        Path archive = file.resolveSibling(EncryptedArchive.nameFor(password.fileName()));
        Path zip = file.resolveSibling(ZIP_NAME);
        long start = System.nanoTime();
        switch (work) {
            case ARCHIVE -> EncryptedArchive.create(file, password, archive);
            case OPEN -> EncryptedArchive.open(archive, password, folder);
            case CHECK -> EncryptedArchive.check(archive, password, ArchiveOptions.defaults());
            case HASH -> PasswordFile.of(password.userId(), file);
            case ZIP_DEFLATE -> deflate(zip);
            case ZIP_INFLATE -> inflate(zip, opened);
            case ZIP_INFLATE_MD5 -> {
                inflate(zip, opened);
                PasswordFile.of(password.userId(), opened);
                force(opened);
            }
            default -> throw new IllegalArgumentException(work);
        }
        long nanoseconds = System.nanoTime() - start;
        if ((work.equals(OPEN) || work.startsWith(ZIP_INFLATE)) && Files.size(opened) != Files.size(file)) {
            throw new IllegalStateException("wrong result: bytes: " + Files.size(opened));
        }
        return nanoseconds;
    }

    private void deflate(Path zip) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                ZipOutputStream out =
                        new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(zip), BUFFER))) {
            out.setLevel(ArchiveOptions.defaults().level());
            out.putNextEntry(new ZipEntry(file.getFileName().toString()));
            copy(in, out);
        }
    }

    private static void inflate(Path zip, Path target) throws IOException {
        try (ZipFile entries = new ZipFile(zip.toFile());
                InputStream in = entries.getInputStream(entries.entries().nextElement());
                OutputStream out = Files.newOutputStream(target)) {
            copy(in, out);
        }
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static void copy(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            out.write(buffer, 0, read);
        }
    }
}
