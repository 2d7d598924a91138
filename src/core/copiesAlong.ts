/** What mail servers take from strangers begins at 10 MB, of which the encoding needs a third. */
export const MOST_BYTES_ALONG = 7 * 1024 * 1024;

/** Of invoices with a copy on file (`copyBytes`) those whose copies go along with a mail: the first ones, as far as all together stay within the limit. */
export function copiesAlong<T extends { readonly copyBytes?: number | undefined }>(
  invoices: readonly T[],
): T[] {
  let bytes = 0;
  return invoices.filter(({ copyBytes }) => {
    if (copyBytes === undefined || bytes + copyBytes > MOST_BYTES_ALONG) return false;
    bytes += copyBytes;
    return true;
  });
}
