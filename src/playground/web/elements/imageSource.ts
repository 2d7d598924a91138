import { isObject } from '../../json.ts';

/** Where the picture of a block or element is fetched from, for this person: Slack's own files come from the playground. */
export function imageSource(image: object, user: string): string | undefined {
  const { image_url: url, slack_file: file } = image as { image_url?: unknown; slack_file?: unknown };
  if (typeof url === 'string') return url;
  if (!isObject(file)) return undefined;
  const id = typeof file.id === 'string' ? file.id : /\b(F[A-Z0-9]{8,})\b/.exec(String(file.url))?.[1];
  return id && `/client/file/${id}?${new URLSearchParams({ user })}`;
}
