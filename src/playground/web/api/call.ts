import type { Json } from './state.ts';

export interface Answer extends Json {
  readonly ok: boolean;
  readonly error?: string;
}

/** One `/client/*` call; it answers when the app has done what it set off. A server that is away is an answer too. */
export async function call(name: string, body: Json): Promise<Answer> {
  try {
    const response = await fetch(`/client/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return (await response.json()) as Answer;
  } catch {
    return { ok: false, error: 'playground_unreachable' };
  }
}

/** One `GET /client/*`. Throws when the server is away. */
export async function read<T>(name: string, query: Readonly<Record<string, string>> = {}): Promise<T> {
  const response = await fetch(`/client/${name}?${new URLSearchParams(query)}`);
  return (await response.json()) as T;
}
