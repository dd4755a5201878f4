package uk.smets.mam.xlsx.internal.respond;

/**
 * What a check of the rows found out, and all that is held of it while the response is written and read back.
 *
 * @param plan which row gets which answer
 * @param bodyRows how many rows the body has
 * @param answeredRows how many of them have an answer
 * @param changedFields how many yellow fields have another value with the answers than before
 * @param digest the digest of the meter points and yellow fields with the answers
 */
record CheckedRows(ResponsePlan plan, long bodyRows, long answeredRows, long changedFields, long digest) {}
