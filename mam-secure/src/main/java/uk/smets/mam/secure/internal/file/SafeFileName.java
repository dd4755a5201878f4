package uk.smets.mam.secure.internal.file;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Decides which file names in received files are safe. The name becomes that of a local file, so it must mean the same on every system,
 * and must not leave its folder.
 */
public final class SafeFileName {
    private static final String FORBIDDEN = "<>\"|?*";

    /** Device names on Windows, in any folder and with any extension. */
    private static final Pattern DEVICE = Pattern.compile(
            "(CON|PRN|AUX|NUL|CONIN\\$|CONOUT\\$|CLOCK\\$|COM[0-9]|LPT[0-9]) *(\\..*)?", Pattern.DOTALL);

    private SafeFileName() {}

    /**
     * Returns why a name is not safe.
     *
     * @param name ASCII text, not empty
     * @return the problem, in words that follow "the name" and do not repeat it; empty if the name is safe
     */
    static Optional<String> defectOf(String name) {
        for (int at = 0; at < name.length(); at++) {
            Optional<String> defect = defectOf(name.charAt(at));
            if (defect.isPresent()) {
                return defect;
            }
        }
        if (name.contains("..")) {
            return Optional.of("contains two dots in a row, which lead out of a folder");
        }
        if (name.startsWith(".")) {
            return Optional.of("starts with a dot, which hides the file");
        }
        if (name.startsWith(" ") || name.endsWith(" ") || name.endsWith(".")) {
            return Optional.of("starts with a space, or ends with a space or a dot, which Windows drops");
        }
        if (DEVICE.matcher(name.toUpperCase(Locale.ROOT)).matches()) {
            return Optional.of("is the name of a device on Windows");
        }
        return Optional.empty();
    }

    private static Optional<String> defectOf(char character) {
        if (character == '/' || character == '\\') {
            return Optional.of("contains a path separator");
        }
        if (character == ':') {
            return Optional.of("contains a colon, which follows a drive letter");
        }
        if (Character.isISOControl(character)) {
            return Optional.of(String.format(Locale.ROOT, "contains the control character U+%04X", (int) character));
        }
        if (FORBIDDEN.indexOf(character) >= 0) {
            return Optional.of("contains the character " + character + ", which file names on Windows cannot contain");
        }
        return Optional.empty();
    }
}
