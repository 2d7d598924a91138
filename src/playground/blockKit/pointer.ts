/** A JSON pointer (RFC 6901) for a path below `root`. */
export function pointer(root: string, path: readonly PropertyKey[]): string {
  return root + path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
