package uk.smets.mam.secure.internal.certificate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One encoded value in a text file (RFC 7468). Comments around the blocks are allowed; anything that could be all or part of a block is
 * either read or refused.
 *
 * @param label the words after BEGIN
 * @param line the number of its first line, from 1
 * @param base64 the value in valid Base64, without white space
 */
public record PemBlock(String label, int line, String base64) {
    private static final Pattern BEGIN = Pattern.compile("-----BEGIN ([A-Z0-9][A-Z0-9. ]*)-----");

    /** A damaged BEGIN or END line: other dashes, other case, extra text on the line. Linear: each part ends where the next begins. */
    private static final Pattern LIKE_A_MARK = Pattern.compile(
            "(?i)(-{2}|\\p{Pd})[\\s\\p{Pd}]*(BEGIN|END)\\b|\\b(BEGIN|END)\\s+(X\\.?509|TRUSTED|NEW|CERTIFICATE|CRL|PKCS|CMS)");

    /** A line of Base64 without its BEGIN line; comments contain spaces. */
    private static final Pattern LIKE_DATA = Pattern.compile("[A-Za-z0-9+/]{40,}={0,2}");

    private static final Pattern LINE_END = Pattern.compile("\r\n|\n|\r");
    private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";

    /** Returns the decoded value. */
    byte[] value() {
        return Base64.getDecoder().decode(base64);
    }

    /**
     * Reads the blocks of a text.
     *
     * @throws IllegalArgumentException if a part of it is neither a block nor a comment; the message gives the place and the reason
     */
    static List<PemBlock> read(byte[] text) {
        String characters = new String(text, ISO_8859_1);
        String[] lines = LINE_END.split(
                characters.startsWith(BYTE_ORDER_MARK) ? characters.substring(BYTE_ORDER_MARK.length()) : characters,
                -1);
        List<PemBlock> blocks = new ArrayList<>();
        int at = 0;
        while (at < lines.length) {
            Matcher begin = BEGIN.matcher(lines[at].strip());
            if (begin.matches()) {
                int end = endOf(lines, at, begin.group(1));
                blocks.add(block(begin.group(1), lines, at, end));
                at = end + 1;
            } else {
                checkComment(lines[at], at + 1);
                at++;
            }
        }
        return blocks;
    }

    private static int endOf(String[] lines, int begin, String label) {
        for (int at = begin + 1; at < lines.length; at++) {
            String line = lines[at].strip();
            if (line.equals("-----END " + label + "-----")) {
                return at;
            }
            if (line.indexOf('-') >= 0) {
                break;
            }
        }
        throw new IllegalArgumentException("the block of line " + (begin + 1) + ", " + label
                + ", is truncated or damaged: it has no line -----END " + label + "-----");
    }

    private static PemBlock block(String label, String[] lines, int begin, int end) {
        StringBuilder base64 = new StringBuilder();
        for (int at = begin + 1; at < end; at++) {
            lines[at]
                    .chars()
                    .filter(character -> character != ' ' && character != '\t')
                    .forEach(character -> base64.append((char) character));
        }
        try {
            PemBlock block = new PemBlock(label, begin + 1, base64.toString());
            block.value();
            return block;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the block of line " + (begin + 1) + " is damaged: it is not Base64", e);
        }
    }

    private static void checkComment(String line, int number) {
        if (line.chars().anyMatch(character -> character < ' ' && character != '\t')) {
            throw new IllegalArgumentException(
                    "line " + number + " has bytes that are not text: put DER and PEM into separate files");
        }
        if (LIKE_A_MARK.matcher(line).find()) {
            throw new IllegalArgumentException("line " + number
                    + " is not a line that starts or ends a block, such as -----BEGIN CERTIFICATE-----, but"
                    + " resembles one");
        }
        if (LIKE_DATA.matcher(line.strip()).matches()) {
            throw new IllegalArgumentException("line " + number
                    + " looks like Base64 outside of a block: a line that starts with"
                    + " -----BEGIN is missing");
        }
    }
}
