import { isObject } from '../json.ts';

/** The id that a `slack_file` object points at, by id or by URL. */
export function slackFileId(reference: Record<string, unknown>): string {
  if (typeof reference.id === 'string') return reference.id;
  return /(?:-|\/)(F[A-Z0-9]{8,})\//.exec(String(reference.url ?? ''))?.[1] ?? '';
}

/** Ids of the workspace's files that blocks show. */
export function slackFilesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(slackFilesIn);
  if (!isObject(value)) return [];
  const own = isObject(value.slack_file) ? [slackFileId(value.slack_file)] : [];
  return [...own, ...Object.values(value).flatMap(slackFilesIn)];
}
