import { createHash } from 'node:crypto';

/** The Message-ID of an item, the same at every attempt: it names the item and tells nothing about it. */
export function messageId(workspaceId: string, key: string, sender: string): string {
  const hash = createHash('sha256').update(`${workspaceId}\n${key}`).digest('hex').slice(0, 32);
  const domain = sender.slice(sender.lastIndexOf('@') + 1) || 'localhost';
  return `<${hash}@duly.${domain}>`;
}
