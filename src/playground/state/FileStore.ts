import type { StoredFile } from './model.ts';
import { newSlackId } from './newSlackId.ts';

const MIMETYPES: Record<string, string> = {
  csv: 'text/csv',
  gif: 'image/gif',
  html: 'text/html',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  json: 'application/json',
  pdf: 'application/pdf',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
};

/** Files of the workspace, uploaded by the app or by people. */
export class FileStore {
  private readonly byId = new Map<string, StoredFile>();

  create(file: Pick<StoredFile, 'name' | 'user' | 'created'> & { altText?: string | undefined }): StoredFile {
    const extension = file.name.includes('.') ? (file.name.split('.').pop() ?? '').toLowerCase() : '';
    const stored: StoredFile = {
      id: newSlackId('F'),
      name: file.name,
      title: file.name,
      user: file.user,
      created: file.created,
      ...(file.altText === undefined ? {} : { altText: file.altText }),
      mimetype: MIMETYPES[extension] ?? 'application/octet-stream',
      filetype: extension === '' ? 'binary' : extension === 'txt' ? 'text' : extension,
      content: Buffer.alloc(0),
      complete: false,
      deleted: false,
      shares: [],
    };
    this.byId.set(stored.id, stored);
    return stored;
  }

  get(id: string): StoredFile | undefined {
    return this.byId.get(id);
  }

  dump(): (Omit<StoredFile, 'content'> & { content: string })[] {
    return [...this.byId.values()]
      .filter((file) => file.complete)
      .map((file) => ({ ...file, content: file.content.toString('base64') }));
  }

  load(saved: (Omit<StoredFile, 'content'> & { content: string })[]): void {
    for (const file of saved)
      this.byId.set(file.id, { ...file, content: Buffer.from(file.content, 'base64') });
  }
}
