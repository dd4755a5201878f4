package uk.smets.mam.cli.option;

import picocli.CommandLine.Option;
import uk.smets.mam.secure.signature.SignatureLayout;

/** How a file and its signature are laid out (clause 7.5.3 leaves it open). */
public final class LayoutOption {
    /** What is built in. */
    enum Layout {
        DETACHED,
        ENCLOSED;

        public SignatureLayout layout() {
            return this == DETACHED ? SignatureLayout.detachedCms() : SignatureLayout.enclosedCms();
        }
    }

    @Option(
            names = "--layout",
            paramLabel = "detached|enclosed",
            defaultValue = "detached",
            description = "The signature in a file of its own, .p7s (the default), or around the content, .p7m.")
    private Layout layout = Layout.DETACHED;

    public SignatureLayout layout() {
        return layout.layout();
    }
}
