package uk.smets.mam.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import uk.smets.mam.secure.SmkiCertificate;

/** {@code mam cert}: what a Migration Authorisation needs to know of certificates. */
@Command(
        name = "cert",
        description = "Shows certificates: serial number, issuer, User ID, role, use and validity.",
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Exit status: 0 all were read, 2 wrong usage, 3 a file could not be read or is no certificate.",
            "",
            "Examples:",
            "  mam cert supplier-critical.pem supplier-non-critical.pem",
            "  mam cert --format json certificates/"
        })
final class CertCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Certificates in PEM or DER; or directories, whose *.pem, *.crt, *.cer and *.der are taken.")
    private List<String> files = new ArrayList<>();

    @Mixin
    private final FormatOption format = new FormatOption();

    CertCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        int status = ExitStatus.OK;
        Map<String, SmkiCertificate> certificates = new LinkedHashMap<>();
        for (String name : files) {
            try {
                for (String file : CertificateFiles.find(console, name)) {
                    status = ExitStatus.worse(status, read(file, certificates));
                }
            } catch (IOException e) {
                console.say(Message.of(name, Trouble.reason(e)), e);
                status = ExitStatus.NOT_READ_OR_WRITTEN;
            }
        }
        console.print(new CertificateList(certificates, console.clock().instant()));
        return status;
    }

    private int read(String file, Map<String, SmkiCertificate> certificates) {
        try {
            certificates.put(file, SmkiCertificate.read(console.path(file)));
            return ExitStatus.OK;
        } catch (IOException e) {
            console.say(Message.of(file, Trouble.reasonOf(console.path(file), e)), e);
            return ExitStatus.NOT_READ_OR_WRITTEN;
        }
    }
}
