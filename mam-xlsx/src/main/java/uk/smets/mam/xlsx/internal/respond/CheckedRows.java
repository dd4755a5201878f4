package uk.smets.mam.xlsx.internal.respond;

/**
 * The result of a check of the rows, held while the response is written and read back.
 *
 * @param plan the answer to each row
 * @param bodyRows the number of rows in the body
 * @param answeredRows the number of rows with an answer
 * @param changedFields the number of yellow fields whose value changes
 * @param digest the digest of the meter points and yellow fields after the answers
 */
record CheckedRows(ResponsePlan plan, long bodyRows, long answeredRows, long changedFields, long digest) {}
