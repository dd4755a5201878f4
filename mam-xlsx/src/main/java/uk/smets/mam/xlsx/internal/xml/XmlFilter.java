package uk.smets.mam.xlsx.internal.xml;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Copies XML unchanged except for some of its elements. */
public final class XmlFilter {
    /** Edits elements without child elements. */
    @FunctionalInterface
    public interface Edit {
        /**
         * Returns the edit of an element.
         *
         * @param tag its start tag, to iterate over with {@link TagAttributes#next()}
         * @return the text to insert after the element's name, usually empty; or null to omit the element
         */
        @Nullable
        String apply(TagAttributes tag) throws IOException;
    }

    private XmlFilter() {}

    /**
     * Copies XML.
     *
     * @param in the XML
     * @param edit the edit of each element
     * @param out receives the copy
     */
    public static void copy(InputStream in, Edit edit, OutputStream out) throws IOException {
        MarkupBytes markup = new MarkupBytes(in);
        markup.requireUtf8();
        TagAttributes tag = new TagAttributes();
        int at = markup.findMarkup(0);
        while (at >= 0) {
            markup.pass(at, out);
            int tagEnd = markup.endOf(0);
            if (markup.isTag(0) && markup.at(1) != '/') {
                tag.moveTo(markup.array(), markup.start(), markup.start() + tagEnd);
                int nameEnd = tag.nameTo() - markup.start();
                String insertion = edit.apply(tag);
                if (insertion == null) {
                    skip(markup, tagEnd);
                } else {
                    markup.pass(nameEnd, out);
                    out.write(insertion.getBytes(StandardCharsets.UTF_8));
                    markup.pass(tagEnd - nameEnd, out);
                }
            } else {
                markup.pass(tagEnd, out);
            }
            at = markup.findMarkup(0);
        }
        markup.passRest(out);
    }

    private static void skip(MarkupBytes markup, int behindStart) throws IOException {
        if (markup.at(behindStart - 2) == '/') {
            markup.skip(behindStart);
            return;
        }
        int end = markup.findMarkup(behindStart);
        if (end < 0) {
            throw MarkupBytes.brokenOff();
        }
        markup.skip(markup.endOf(end));
    }
}
