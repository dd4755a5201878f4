package uk.smets.mam.xlsx.tests;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes the parts of a workbook: their bytes, their tags and texts, and the package around them. */
final class WorkbookMutations {
    private static final Pattern TOKEN = Pattern.compile("<[^>]*>|[^<]+");
    private static final Pattern ATTRIBUTE = Pattern.compile("([\\w:.]+)=\"([^\"]*)\"");

    private static final String[] VALUES = {
        "",
        "0",
        "1",
        "-1",
        "2",
        "7",
        "8",
        "99999",
        "2147483648",
        "1E3",
        "1.5",
        "43682",
        "Q7",
        "Q8",
        "q7",
        "A7",
        "A1",
        "XFE1",
        "ZZZZZZ99",
        "$Q$7",
        "A1048577",
        "s",
        "str",
        "inlineStr",
        "b",
        "e",
        "n",
        "d",
        "true",
        "rId1",
        "rId2",
        "rId99",
        "xl/workbook.xml",
        "/xl/worksheets/sheet1.xml",
        "../sharedStrings.xml",
        "preserve",
        "1312345678907",
        "05/08/2019",
        "Y",
        "N",
        "Priority",
        "MPAN",
        "&#10;",
        "&amp;",
        "&#0;",
        " ",
        "\u00e9",
        "\u2013",
        "_x0041_",
        "a:b",
        "EXTERNAL"
    };

    private static final String[] SNIPPETS = {
        "<foo/>",
        "<foo><bar>text</bar></foo>",
        "<q:foo xmlns:q=\"urn:other\" r=\"7\"/>",
        "<q:row xmlns:q=\"" + HandMadeWorkbook.MAIN + "\" r=\"90\"><q:c r=\"A90\"/></q:row>",
        "<row r=\"8\"/>",
        "<row r=\"90\"><c r=\"A90\"/></row>",
        "<c r=\"Q7\" t=\"str\"><v>N</v></c>",
        "<c r=\"Q8\"/>",
        "<c/>",
        "<c r=\"R7\" t=\"inlineStr\"><is><t>x</t></is></c>",
        "<sheetData/>",
        "<!-- <row r=\"90\"> -->",
        "<?app <c?>",
        "<![CDATA[</row>]]>",
        "<![CDATA[Y]]>",
        "<v>1</v>",
        "<f>1</f>",
        "<f>Q7&amp;Q8</f>",
        "<is><t>N</t></is>",
        "<t>x</t>",
        "<rPh sb=\"0\" eb=\"1\"><t>p</t></rPh>",
        "<r><t>x</t></r>",
        "<mergeCells><mergeCell ref=\"Q7:Q8\"/></mergeCells>",
        "<extLst><ext uri=\"x\"><c r=\"Q7\"/></ext></extLst>",
        "<sheetProtection sheet=\"1\"/>",
        "<dimension ref=\"A1\"/>",
        "<!DOCTYPE x>",
        "&x;",
        "&#x41;",
        "&lt;",
        "]]>",
        "\u0000",
        " ",
        "\n",
        "text",
        "<cols/>",
        "<si><t>x</t></si>",
        "<xf numFmtId=\"14\"/>",
        "<Override PartName=\"/xl/a.xml\" ContentType=\"a/b\"/>",
        "<Relationship Id=\"rId77\" Type=\"t\" Target=\"x\"/>",
        "<sheet name=\"Other\" sheetId=\"9\" r:id=\"rId1\"/>",
        "<definedName name=\"n\">Schedule!$Q$7</definedName>",
        "<workbookPr date1904=\"1\"/>"
    };

    private final Random random;

    WorkbookMutations(Random random) {
        this.random = random;
    }

    /** The workbook with one or more changes. */
    byte[] changed(byte[] workbook) {
        WorkbookParts parts = WorkbookParts.of(workbook);
        for (int left = 1 + random.nextInt(3); left > 0; left--) {
            if (random.nextInt(12) == 0) {
                arrange(parts);
            } else {
                String name = part(parts);
                parts.put(name, changedPart(parts, name));
            }
        }
        byte[] bytes = random.nextInt(8) == 0 ? ZipBytes.of(parts).bytes() : parts.bytes();
        return random.nextInt(12) == 0 ? changedBytes(bytes) : bytes;
    }

    /** A part, mostly the sheet or one that belongs to it. */
    private String part(WorkbookParts parts) {
        List<String> names = new ArrayList<>(parts.all().keySet());
        if (random.nextBoolean()) {
            names.removeIf(name -> !name.contains("sheet1.xml") && !name.contains("sharedStrings"));
        }
        return names.isEmpty() ? parts.all().keySet().iterator().next() : names.get(random.nextInt(names.size()));
    }

    private void arrange(WorkbookParts parts) {
        List<String> names = new ArrayList<>(parts.all().keySet());
        String name = names.get(random.nextInt(names.size()));
        String other = names.get(random.nextInt(names.size()));
        byte[] content = parts.all().get(name);
        switch (random.nextInt(6)) {
            case 0 -> {
                if (names.size() > 1) {
                    parts.all().remove(name);
                }
            }
            case 1 -> parts.put(name, parts.all().get(other));
            case 2 -> parts.rename(part -> part.equals(name) ? part.toUpperCase(Locale.ROOT) : part);
            case 3 -> parts.rename(part -> part.equals(name) ? part.replace('/', '\\') : part);
            case 4 -> {
                parts.all().remove(name);
                parts.put(name, content);
            }
            default -> parts.put("__MACOSX/._" + name, content);
        }
    }

    private byte[] changedPart(WorkbookParts parts, String name) {
        byte[] bytes = parts.all().get(name);
        String text = parts.text(name);
        return switch (random.nextInt(10)) {
            case 0, 1 -> changedBytes(bytes);
            case 2 -> encoded(text);
            case 3, 4, 5 -> attribute(text).getBytes(UTF_8);
            case 6, 7 -> inserted(text).getBytes(UTF_8);
            default -> tokens(text).getBytes(UTF_8);
        };
    }

    private byte[] changedBytes(byte[] bytes) {
        if (bytes.length == 0) {
            return bytes;
        }
        byte[] changed = bytes.clone();
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(4)) {
            case 0 -> changed[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> changed[at] = (byte) random.nextInt(256);
            case 2 -> changed = Arrays.copyOf(bytes, at);
            default -> {
                String text = new String(bytes, ISO_8859_1);
                int end = Math.min(text.length(), at + random.nextInt(20));
                changed = (text.substring(0, at) + text.substring(end)).getBytes(ISO_8859_1);
            }
        }
        return changed;
    }

    private byte[] encoded(String text) {
        return switch (random.nextInt(4)) {
            case 0 -> ("\uFEFF" + text).getBytes(UTF_8);
            case 1 -> ("\uFEFF" + text.replace("UTF-8", "UTF-16")).getBytes(UTF_16LE);
            case 2 -> text.replace("UTF-8", "ISO-8859-1").getBytes(ISO_8859_1);
            default -> text.replaceFirst("<\\?xml[^>]*>", "").getBytes(UTF_8);
        };
    }

    private String inserted(String text) {
        List<String> tokens = tokensOf(text);
        tokens.add(random.nextInt(tokens.size() + 1), SNIPPETS[random.nextInt(SNIPPETS.length)]);
        return String.join("", tokens);
    }

    private static List<String> tokensOf(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            tokens.add(token.group());
        }
        return tokens;
    }

    private String tokens(String text) {
        List<String> tokens = tokensOf(text);
        if (tokens.isEmpty()) {
            return text;
        }
        int at = random.nextInt(tokens.size());
        int other = random.nextInt(tokens.size());
        switch (random.nextInt(8)) {
            case 0 -> tokens.remove(at);
            case 1 -> tokens.add(other, tokens.get(at));
            case 2 -> Collections.swap(tokens, at, other);
            case 3 -> tokens.set(at, tokens.get(other));
            case 4 -> repeat(tokens, at, "row");
            case 5 -> repeat(tokens, at, "c");
            case 6 -> rename(tokens, at);
            default -> {
                int text7 = textFrom(tokens, at);
                tokens.set(text7, VALUES[random.nextInt(VALUES.length)]);
            }
        }
        return String.join("", tokens);
    }

    /** Repeats, moves or removes a whole element. */
    private void repeat(List<String> tokens, int at, String name) {
        int start = at;
        while (start < tokens.size() && !tokens.get(start).startsWith("<" + name + " ")) {
            start++;
        }
        int end = start;
        while (end < tokens.size()
                && !tokens.get(end).equals("</" + name + ">")
                && !(end == start && tokens.get(end).endsWith("/>"))) {
            end++;
        }
        if (end >= tokens.size()) {
            return;
        }
        List<String> element = new ArrayList<>(tokens.subList(start, end + 1));
        switch (random.nextInt(3)) {
            case 0 -> tokens.addAll(end + 1, element);
            case 1 -> tokens.subList(start, end + 1).clear();
            default -> {
                tokens.subList(start, end + 1).clear();
                tokens.addAll(random.nextInt(tokens.size() + 1), element);
            }
        }
    }

    /** Changes the name or prefix of an element, in its start tag, its end tag or both. */
    private void rename(List<String> tokens, int at) {
        String token = tokens.get(at);
        if (!token.matches("</?\\w+[\\s\\S]*")) {
            return;
        }
        String prefix = random.nextBoolean() ? "q:" : "x";
        tokens.set(at, token.replaceFirst("(</?)(\\w)", "$1" + prefix + "$2"));
        if (random.nextBoolean()) {
            String declared = tokens.get(at).replaceFirst("(<[\\w:]+)", "$1 xmlns:q=\"" + HandMadeWorkbook.MAIN + "\"");
            tokens.set(at, declared);
        }
    }

    private static int textFrom(List<String> tokens, int at) {
        for (int i = at; i < tokens.size(); i++) {
            if (!tokens.get(i).startsWith("<")) {
                return i;
            }
        }
        return at;
    }

    private String attribute(String text) {
        List<int[]> places = new ArrayList<>();
        Matcher attribute = ATTRIBUTE.matcher(text);
        while (attribute.find()) {
            places.add(new int[] {attribute.start(), attribute.start(2), attribute.end(2), attribute.end()});
        }
        if (places.isEmpty()) {
            return text;
        }
        int[] at = places.get(random.nextInt(places.size()));
        int[] other = places.get(random.nextInt(places.size()));
        return switch (random.nextInt(6)) {
            case 0 -> text.substring(0, at[0]) + text.substring(at[3]);
            case 1 -> text.substring(0, at[1]) + text.substring(other[1], other[2]) + text.substring(at[2]);
            case 2 -> text.substring(0, at[3]) + " " + text.substring(other[0], other[3]) + text.substring(at[3]);
            case 3 -> text.substring(0, at[0]) + "q:" + text.substring(at[0]);
            default -> text.substring(0, at[1]) + VALUES[random.nextInt(VALUES.length)] + text.substring(at[2]);
        };
    }
}
