const KEPT_MS = 60_000;

/** Shows a PDF, or any text as text, on a page of its own. Throws when the file is gone. */
export async function openFile(address: string, mimetype: string): Promise<void> {
  const response = await fetch(address);
  if (!response.ok || response.headers.get('content-type')?.startsWith('application/json')) {
    throw new Error('file_not_found');
  }
  const type = mimetype === 'application/pdf' ? mimetype : 'text/plain;charset=utf-8';
  const url = URL.createObjectURL(new Blob([await response.arrayBuffer()], { type }));
  open(url, '_blank', 'noreferrer');
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}
