package uk.smets.mam.secure.tests;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Changes texts of certificates and lists like editors, mail programs and manual copying, and in unusual ways. */
final class PemMutation {
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private static final List<String> LABELS = List.of(
            "CERTIFICATE",
            "X509 CERTIFICATE",
            "TRUSTED CERTIFICATE",
            "X509 CRL",
            "CRL",
            "PKCS7",
            "PRIVATE KEY",
            "crl",
            "");

    private PemMutation() {}

    static String pem(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n" + LINES.encodeToString(der) + "\n-----END " + label + "-----\n";
    }

    /** One change of a text. It removes at most two lines at once; every block has more. */
    static byte[] of(String text, Random random) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n")));
        int at = random.nextInt(lines.size());
        String line = lines.get(at);
        switch (random.nextInt(10)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(at, line);
            case 2 -> lines.set(at, line.replaceFirst("-", random.nextBoolean() ? "" : "\u00AD"));
            case 3 -> lines.set(at, relabelled(line, random));
            case 4 -> lines.set(at, line.toLowerCase(Locale.ROOT));
            case 5 -> lines.set(at, (random.nextBoolean() ? "\t" : "> ") + line);
            case 6 -> lines.set(at, line + lines.get((at + 1) % lines.size()));
            case 7 -> lines.set(at, new String(TlvMutation.damaged(line.getBytes(ISO_8859_1), random), ISO_8859_1));
            case 8 -> {
                byte[] bytes = text.getBytes(US_ASCII);
                return Arrays.copyOf(bytes, random.nextInt(bytes.length));
            }
            default -> {
                return String.join(List.of("\r\n", "\r", "\n\n", " \n").get(random.nextInt(4)), lines)
                        .getBytes(ISO_8859_1);
            }
        }
        return (String.join("\n", lines) + "\n").getBytes(ISO_8859_1);
    }

    private static String relabelled(String line, Random random) {
        return line.replaceFirst("(BEGIN|END)[^-]*", "$1 " + LABELS.get(random.nextInt(LABELS.size())));
    }
}
