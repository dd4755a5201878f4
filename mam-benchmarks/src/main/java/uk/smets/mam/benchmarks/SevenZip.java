package uk.smets.mam.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import uk.smets.mam.secure.archive.PasswordFile;

/** 7-Zip as a peer: the command {@code 7zz}, which is told the password on its standard input. */
final class SevenZip {
    private final Path folder;
    private final PasswordFile passwordFile;

    SevenZip(Path folder, PasswordFile passwordFile) {
        this.folder = folder;
        this.passwordFile = passwordFile;
    }

    /** Seconds that 7-Zip takes to pack the file with AES-256, at its default level. */
    double pack(String archive) throws IOException, InterruptedException {
        Files.deleteIfExists(folder.resolve(archive));
        return run("a", "-tzip", "-mem=AES256", "-mx=5", "-p", archive, passwordFile.fileName());
    }

    /** Seconds that 7-Zip takes to test an archive: to decrypt and unpack all of it, to nowhere. */
    double test(String archive) throws IOException, InterruptedException {
        return run("t", archive);
    }

    /** Seconds that 7-Zip takes for the MD5 of the file: its test makes none. */
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
            throw new IOException("7zz " + arguments[0] + " ended with " + process.exitValue());
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
