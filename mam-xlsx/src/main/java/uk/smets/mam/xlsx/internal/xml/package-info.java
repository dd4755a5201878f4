/**
 * Reads and writes XML at three levels: events of Aalto's parser over UTF-8 text, the tags and attributes of a byte window, and escaped
 * text. The input is bytes or events; the output is texts and places. Unsafe or damaged content results in an {@code
 * UnreadableWorkbookException}. Uses no other package of the module.
 */
@NullMarked
package uk.smets.mam.xlsx.internal.xml;

import org.jspecify.annotations.NullMarked;
