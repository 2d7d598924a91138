/** Which of `count` marks on an axis are labelled so that at most `most` are, evenly, and always the last. */
export function fromTheEnd(count: number, most: number): (index: number) => boolean {
  const every = Math.ceil(count / most);
  return (index) => (count - 1 - index) % every === 0;
}
