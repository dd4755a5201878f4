package uk.smets.mam.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import uk.smets.mam.secure.archive.PasswordFile;

/** Measures 7-Zip: runs {@code 7zz}, which reads the password from its standard input. */
final class SevenZip {
    private final Path folder;
    private final PasswordFile passwordFile;

    SevenZip(Path folder, PasswordFile passwordFile) {
        this.folder = folder;
        this.passwordFile = passwordFile;
    }

    /** Returns the seconds that 7-Zip takes to create an archive of the file with AES-256, at its default level. */
    double pack(String archive) throws IOException, InterruptedException {
        Files.deleteIfExists(folder.resolve(archive));
        return run("a", "-tzip", "-mem=AES256", "-mx=5", "-p", archive, passwordFile.fileName());
    }

    /** Returns the seconds that 7-Zip takes to test an archive: it decrypts and unpacks all of it without writing the result. */
    double test(String archive) throws IOException, InterruptedException {
        return run("t", archive);
    }

    /** Returns the seconds that 7-Zip takes to compute the MD5 of the file, which its test does not do. */
    double md5() throws IOException, InterruptedException {
        return run("h", "-scrcMD5", passwordFile.fileName());
    }

    private double run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("setsid", "--wait", "7zz"));
        command.addAll(List.of(arguments));
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (OutputStream in = process.getOutputStream()) {
            in.write((passwordFile.md5() + "\n").repeat(2).getBytes(StandardCharsets.US_ASCII));
        }
        if (process.waitFor() != 0) {
            throw new IOException("7zz " + arguments[0] + " exited with status " + process.exitValue());
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
