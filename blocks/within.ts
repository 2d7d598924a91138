/**
 * A value made by the code (an id, a URL, private metadata), which must not be cut to fit.
 * @throws RangeError when it is longer than Slack takes: a mistake in the program.
 */
export function within(value: string, limit: number, what: string): string {
  if (value.length <= limit) return value;
  throw new RangeError(`${what} has ${value.length} characters, Slack takes ${limit}`);
}
