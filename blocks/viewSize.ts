/** Bytes of a view as it travels (JSON in UTF-8). Compare with `limits.view.bytes` (`view_too_large`). */
export function viewSize(view: unknown): number {
  return Buffer.byteLength(JSON.stringify(view) ?? '', 'utf8');
}
