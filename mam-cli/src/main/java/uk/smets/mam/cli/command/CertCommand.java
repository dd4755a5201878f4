package uk.smets.mam.cli.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.console.ExitStatus;
import uk.smets.mam.cli.console.Message;
import uk.smets.mam.cli.console.Trouble;
import uk.smets.mam.cli.input.CertificateFiles;
import uk.smets.mam.cli.result.CertificateList;
import uk.smets.mam.secure.smki.SmkiCertificate;
import uk.smets.mam.secure.smki.SmkiCertificates;

/** {@code mam cert}: what a Migration Authorisation needs to know of certificates. */
@Command(
        name = "cert",
        description = "Shows certificates: Critical or Non-Critical, the columns that they belong in, and what to write"
                + " there.",
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Revocation lists are read, and not shown.",
            "Exit status: 0 all were read, 2 wrong usage, 3 a file could not be read, or no certificate is in it.",
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
            description =
                    "Files of certificates and revocation lists in PEM or DER; or directories, of which every file is"
                            + " read.")
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
            boolean none = true;
            for (String file : CertificateFiles.find(console, name)) {
                status = ExitStatus.worse(status, read(file, certificates));
                none &= certificates.getOrDefault(file, List.of()).isEmpty();
            }
            if (none && status == ExitStatus.OK) {
                throw new IOException("no certificate in it");
            }
            return status;
        } catch (IOException e) {
            console.say(Message.of(name, Trouble.reason(e)), e);
            return ExitStatus.NOT_READ_OR_WRITTEN;
        }
    }

    private int read(String file, Map<String, List<SmkiCertificate>> certificates) {
        try {
            certificates.put(file, SmkiCertificates.ofFile(console.path(file)).all());
            return ExitStatus.OK;
        } catch (IOException e) {
            console.say(Message.of(file, Trouble.reasonOf(console.path(file), e)), e);
            return ExitStatus.NOT_READ_OR_WRITTEN;
        }
    }
}
