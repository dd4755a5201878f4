/**
 * Reads and writes XML at three levels: events of Aalto's parser over UTF-8 text, the tags and attributes of a byte window, and escaped
 * text. Bytes or events enter, texts and places leave; whatever is unsafe or damaged ends as an {@code UnreadableWorkbookException}. Uses
 * no other package of the module.
 */
@NullMarked
package uk.smets.mam.xlsx.internal.xml;

import org.jspecify.annotations.NullMarked;
