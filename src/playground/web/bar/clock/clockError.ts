const SENTENCES: Readonly<Record<string, string>> = {
  clock_moves_forward_only: 'That is in the past: the clock moves forward only.',
  playground_unreachable: 'The playground does not answer.',
};

/** Why the clock did not move, as a sentence. */
export function clockError(error: string | undefined): string {
  return SENTENCES[error ?? ''] ?? `The clock did not move: ${error ?? 'unknown error'}.`;
}
