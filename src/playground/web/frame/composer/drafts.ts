const drafts = new Map<string, string>();

/** What stands unsent in a composer, kept while one is elsewhere on the page. */
export function draftOf(place: string): string {
  return drafts.get(place) ?? '';
}

export function keepDraft(place: string, text: string): void {
  if (text === '') drafts.delete(place);
  else drafts.set(place, text);
}
