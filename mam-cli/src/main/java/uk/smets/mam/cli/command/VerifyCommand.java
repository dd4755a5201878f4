package uk.smets.mam.cli.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.input.SignedFile;
import uk.smets.mam.cli.option.TrustOptions;
import uk.smets.mam.cli.result.VerifiedFile;
import uk.smets.mam.secure.signature.Verification;

/** {@code mam verify}: verifies a signature and shows the signer. */
@Command(
        name = "verify",
        description = "Verify a signed file, such as a password file, against the authorities that you trust.",
        sortOptions = false,
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "The User ID in a password file must match the certificate of the signer, if that has one.",
            "Exit status: 0 valid, 1 invalid or indeterminate, 2 wrong usage, 3 could not read.",
            "",
            "Examples:",
            "  mam verify --trust authorities \\",
            "      MAPASSWORD_CGI_70-B3-D5-1F-30-00-A0-01_20190731_090000.csv",
            "  mam verify --trust authorities --at 2019-08-01T09:30:00Z \\",
            "      letter.txt letter.txt.p7s"
        })
public final class VerifyCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "FILE", description = "Signed file, or a .p7m that encloses it.")
    private String file = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "SIGNATURE",
            description = "Signature (default: the name of the file followed by .p7s).")
    private @Nullable String signature;

    @Mixin
    private final TrustOptions trust = new TrustOptions();

    public VerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        SignedFile signed = SignedFile.of(console, file, signature);
        Verification verification = trust.verifier(console)
                .withLayout(signed.layout())
                .verify(signed.file(), signed.signature())
                .agreeingWithPasswordFile();
        return console.print(new VerifiedFile(file, verification));
    }
}
