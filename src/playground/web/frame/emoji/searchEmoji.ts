/** Names of emoji that fit what is typed, best first: those that begin with it, then those that hold it. */
export function searchEmoji(names: readonly string[], typed: string, most: number): readonly string[] {
  const wanted = typed.toLowerCase().replaceAll(':', '').replaceAll(' ', '_');
  const begin: string[] = [];
  const hold: string[] = [];
  for (const name of names) {
    const at = name.indexOf(wanted);
    if (at === 0) begin.push(name);
    else if (at > 0) hold.push(name);
  }
  const shortestFirst = begin.sort((a, b) => a.length - b.length);
  return [...shortestFirst, ...hold].slice(0, most);
}
