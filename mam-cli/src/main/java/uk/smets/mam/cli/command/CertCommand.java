package uk.smets.mam.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.console.ErrorText;
import uk.smets.mam.cli.console.ExitStatus;
import uk.smets.mam.cli.console.Message;
import uk.smets.mam.cli.result.CertificateList;
import uk.smets.mam.secure.smki.SmkiCertificate;
import uk.smets.mam.secure.smki.SmkiCertificates;

/** {@code mam cert}: shows certificates and their columns in a Migration Authorisation. */
@Command(
        name = "cert",
        description = "Show certificates: Critical or Non-Critical, their columns, and the values to write there.",
        sortOptions = false,
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Revocation lists are accepted but not shown.",
            "Exit status: 0 all read, 2 wrong usage, 3 a file could not be read or has no certificate.",
            "",
            "Examples:",
            "  mam cert supplier-critical.pem supplier-non-critical.pem",
            "  mam cert --format json certificates/"
        })
public final class CertCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Files with certificates and revocation lists in PEM or DER, or directories of such files.")
    private List<String> files = new ArrayList<>();

    public CertCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        int status = ExitStatus.OK;
        Map<String, List<SmkiCertificate>> certificates = new LinkedHashMap<>();
        for (String name : files) {
            status = ExitStatus.worse(status, readAll(name, certificates));
        }
        console.print(new CertificateList(certificates, console.clock().instant()));
        return status;
    }

    private int readAll(String name, Map<String, List<SmkiCertificate>> certificates) {
        try {
            int status = ExitStatus.OK;
            boolean isEmpty = true;
            for (String file : files(name)) {
                status = ExitStatus.worse(status, read(file, certificates));
                isEmpty &= certificates.getOrDefault(file, List.of()).isEmpty();
            }
            if (isEmpty && status == ExitStatus.OK) {
                throw new IOException("it has no certificate");
            }
            return status;
        } catch (IOException e) {
            console.say(Message.of(name, ErrorText.reason(e)), e);
            return ExitStatus.NOT_READ_OR_WRITTEN;
        }
    }

    /** Returns the file of a name, or the visible files of a directory. */
    private List<String> files(String name) throws IOException {
        Path path = console.path(name);
        if (!Files.isDirectory(path)) {
            return List.of(name);
        }
        try (Stream<Path> entries = Files.list(path)) {
            List<String> found = entries.filter(file -> !Files.isDirectory(file))
                    .map(file -> String.valueOf(file.getFileName()))
                    .filter(file -> !file.startsWith("."))
                    .sorted()
                    .map(file -> Path.of(name).resolve(file).toString())
                    .toList();
            if (found.isEmpty()) {
                throw new NoSuchFileException(name, null, "the directory has no file");
            }
            return found;
        }
    }

    private int read(String file, Map<String, List<SmkiCertificate>> certificates) {
        try {
            certificates.put(file, SmkiCertificates.ofFile(console.path(file)).all());
            return ExitStatus.OK;
        } catch (IOException e) {
            console.say(Message.of(file, ErrorText.reasonOf(console.path(file), e)), e);
            return ExitStatus.NOT_READ_OR_WRITTEN;
        }
    }
}
