package uk.smets.mam.secure.internal.file;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which file names may be taken from a file that somebody sent. Such a name becomes that of a file on this machine, so it must mean
 * the same on every system, and nothing but a file in the folder that it is put into.
 */
public final class SafeFileName {
    private static final String FORBIDDEN = "<>\"|?*";

    /** Devices on Windows, whatever the folder and the extension. */
    private static final Pattern DEVICE = Pattern.compile(
            "(CON|PRN|AUX|NUL|CONIN\\$|CONOUT\\$|CLOCK\\$|COM[0-9]|LPT[0-9]) *(\\..*)?", Pattern.DOTALL);

    private SafeFileName() {}

    /**
     * Returns what makes a name unsafe.
     *
     * @param name ASCII text that is not empty
     * @return the defect, in words that follow "the name" and do not repeat it; empty if the name is safe
     */
    static Optional<String> defectOf(String name) {
        for (int at = 0; at < name.length(); at++) {
            Optional<String> defect = defectOf(name.charAt(at));
            if (defect.isPresent()) {
                return defect;
            }
        }
        if (name.contains("..")) {
            return Optional.of("holds two dots in a row, which lead out of a folder");
        }
        if (name.startsWith(".")) {
            return Optional.of("starts with a dot, which hides the file");
        }
        if (name.startsWith(" ") || name.endsWith(" ") || name.endsWith(".")) {
            return Optional.of("starts with a space, or ends with a space or a dot, which Windows drops");
        }
        if (DEVICE.matcher(name.toUpperCase(Locale.ROOT)).matches()) {
            return Optional.of("is that of a device on Windows");
        }
        return Optional.empty();
    }

    private static Optional<String> defectOf(char character) {
        if (character == '/' || character == '\\') {
            return Optional.of("holds a path separator");
        }
        if (character == ':') {
            return Optional.of("holds a colon, which stands behind a drive");
        }
        if (Character.isISOControl(character)) {
            return Optional.of(String.format(Locale.ROOT, "holds the control character U+%04X", (int) character));
        }
        if (FORBIDDEN.indexOf(character) >= 0) {
            return Optional.of("holds the character " + character + ", which no file name on Windows may hold");
        }
        return Optional.empty();
    }
}
