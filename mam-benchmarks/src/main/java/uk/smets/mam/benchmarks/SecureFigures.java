package uk.smets.mam.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.smets.mam.model.UserId;
import uk.smets.mam.secure.archive.ArchiveOptions;
import uk.smets.mam.secure.archive.EncryptedArchive;
import uk.smets.mam.secure.archive.PasswordFile;

/**
 * Measures the archive of the secure exchange on a file of 600 MB, and prints the table of {@code docs/performance.md}. Every round
 * measures everything, one after another, each in a separate JVM with a heap of 64 MiB; ratios are computed within a round.
 */
public final class SecureFigures {
    /** At about 480 bytes a row, the file has 600 MB. */
    private static final long ROWS = 1_260_000;

    private static final int HEAP = 64;
    private static final long SECONDS = 600;
    private static final String NAME = "MA_CGI_70-B3-D5-1F-30-00-A0-01_20190731_090000.csv";
    private static final String SEVEN_ZIP_PACK = "7-Zip pack";
    private static final String SEVEN_ZIP_TEST = "7-Zip test";
    private static final String SEVEN_ZIP_TEST_MD5 = "7-Zip test, then its MD5 of the file";
    private static final String SEVEN_ZIP_ARCHIVE = "7-zip.zip";

    private final int rounds;
    private final CertificateChanges changes;
    private final Path folder;
    private final Path file;
    private final Path passwordFile;
    private final Scores scores = new Scores();

    private SecureFigures(int rounds, CertificateChanges changes, Path folder) {
        this.rounds = rounds;
        this.changes = changes;
        this.folder = folder;
        file = folder.resolve(NAME);
        passwordFile = folder.resolve(PasswordFile.nameFor(NAME));
    }

    /**
     * Measures everything and prints the tables.
     *
     * @param arguments {@code --quick} for one round (default: three), and how the certificates change (default: {@code BATCHED})
     * @throws IOException if a file cannot be written or a probe fails
     * @throws InterruptedException if the thread is interrupted
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> given = List.of(arguments);
        boolean quick = given.contains("--quick");
        CertificateChanges changes = CertificateChanges.BATCHED;
        for (CertificateChanges each : CertificateChanges.values()) {
            changes = given.contains(each.name()) ? each : changes;
        }
        if (given.size() > (quick ? 1 : 0) + (given.contains(changes.name()) ? 1 : 0)) {
            System.err.println("usage: SecureFigures [--quick] [BATCHED|UNSORTED|ALL_DIFFERENT]");
            System.exit(2);
        }
        try (WorkFolder folder = WorkFolder.create()) {
            System.out.print(
                    new SecureFigures((quick ? Effort.QUICK : Effort.FULL).rounds(), changes, folder.path()).measure());
        }
    }

    private String measure() throws IOException, InterruptedException {
        Progress.show("creating a file of " + ROWS + " rows");
        Files.createDirectory(folder.resolve("out"));
        try (InputStream rows = new SampleFile(ROWS, changes).stream()) {
            Files.copy(rows, file);
        }
        PasswordFile password = PasswordFile.of(UserId.of("70-B3-D5-1F-30-00-A0-01"), file);
        password.write(passwordFile);
        SevenZip sevenZip = new SevenZip(folder, password);
        String archive = EncryptedArchive.nameFor(NAME);
        for (int round = 1; round <= rounds; round++) {
            Progress.show("round " + round);
            time(SecureProbe.ARCHIVE);
            time(SecureProbe.ZIP_DEFLATE);
            scores.add(SEVEN_ZIP_PACK, sevenZip.pack(SEVEN_ZIP_ARCHIVE), 0);
            time(SecureProbe.OPEN);
            time(SecureProbe.ZIP_INFLATE);
            time(SecureProbe.ZIP_INFLATE_MD5);
            time(SecureProbe.CHECK);
            time(SecureProbe.HASH);
            double test = sevenZip.test(archive);
            scores.add(SEVEN_ZIP_TEST, test, 0);
            scores.add(SEVEN_ZIP_TEST_MD5, test + sevenZip.md5(), 0);
        }
        return report(archive);
    }

    private String report(String archive) throws IOException, InterruptedException {
        Report report = new Report(scores);
        report.line(Machine.describe())
                .line(String.format(
                        Locale.ROOT,
                        "- file: %s, %,d rows, %,d bytes; archive at level %d: %,d bytes, with 7-Zip at its default level: %,d bytes%n",
                        changes,
                        ROWS,
                        Files.size(file),
                        ArchiveOptions.defaults().level(),
                        Files.size(folder.resolve(archive)),
                        Files.size(folder.resolve(SEVEN_ZIP_ARCHIVE))))
                .line("| work | measure | target | measured | reached |")
                .line("|---|---|---|---|---|");
        ratio(report, SecureProbe.ARCHIVE, SecureProbe.ZIP_DEFLATE, 1.15);
        ratio(report, SecureProbe.ARCHIVE, SEVEN_ZIP_PACK, 0.25);
        ratio(report, SecureProbe.OPEN, SecureProbe.ZIP_INFLATE, 2.50);
        ratio(report, SecureProbe.OPEN, SecureProbe.ZIP_INFLATE_MD5, 1.00);
        ratio(report, SecureProbe.OPEN, SEVEN_ZIP_TEST, 1.30);
        ratio(report, SecureProbe.CHECK, SEVEN_ZIP_TEST, 1.30);
        ratio(report, SecureProbe.CHECK, SEVEN_ZIP_TEST_MD5, 1.00);
        for (String work : List.of(SecureProbe.ARCHIVE, SecureProbe.OPEN)) {
            int mebibytes = SmallestHeap.of(mebibytesOfHeap -> run(work, mebibytesOfHeap, 0));
            report.row(work, "smallest heap that works", "≤ " + HEAP + " MiB", mebibytes + " MiB", mebibytes <= HEAP);
        }
        report.line("").line("| seconds | median |").line("|---|---|");
        for (String work : List.of(
                SecureProbe.ARCHIVE,
                SecureProbe.ZIP_DEFLATE,
                SEVEN_ZIP_PACK,
                SecureProbe.OPEN,
                SecureProbe.CHECK,
                SecureProbe.HASH,
                SecureProbe.ZIP_INFLATE,
                SecureProbe.ZIP_INFLATE_MD5,
                SEVEN_ZIP_TEST_MD5,
                SEVEN_ZIP_TEST)) {
            report.line("| " + work + " | " + scores.time(work).print(2) + " |");
        }
        return report.toString();
    }

    private void ratio(Report report, String ours, String peer, double target) {
        report.ratio(ours, peer, scores.ratio(ours, peer), target, 2);
    }

    private void time(String work) throws IOException, InterruptedException {
        String printed = run(work, HEAP, 1).orElseThrow(() -> new IOException(work + " ran out of memory or time"));
        scores.add(work, Long.parseLong(printed) / 1e9, 0);
    }

    private Optional<String> run(String work, int mebibytes, int warmUps) throws IOException, InterruptedException {
        return ChildJvm.run(
                SECONDS,
                SecureProbe.class,
                List.of("-Xmx" + mebibytes + "m"),
                work,
                file.toString(),
                passwordFile.toString(),
                Integer.toString(warmUps));
    }
}
