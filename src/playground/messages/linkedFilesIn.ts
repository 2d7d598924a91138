/** Ids of the workspace's files whose permalinks stand in a text: Slack shares a file where its link is posted. `url` is the workspace's. */
export function linkedFilesIn(text: string, url: string): string[] {
  return [...text.matchAll(/<([^|>]+)[|>]/g)].flatMap(([, link = '']) => {
    const path = link.startsWith(`${url}/files/`) ? link.slice(url.length) : '';
    return /^\/files\/\w+\/(F[A-Z0-9]+)\//.exec(path)?.[1] ?? [];
  });
}
