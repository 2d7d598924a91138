/** No i, l, o, u: an id may be read out on the telephone. 32 letters, so that five bits of a byte name one. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 20;

/**
 * A new random id: 20 letters and digits (100 bits), lower case, with `prefix_` before it when one is given. It says nothing
 * about what it names, so it may stand in message metadata and links.
 */
export function newId(prefix?: string): string {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(LENGTH));
  const id = Array.from(bytes, (byte) => ALPHABET[byte & 31]).join('');
  return prefix === undefined ? id : `${prefix}_${id}`;
}
