import type { SlackDeps } from '../SlackDeps.ts';
import { sentenceOf } from '../sentenceOf.ts';

/** Does the work of a listener; what goes wrong becomes a sentence for the person who asked, in full in the log. */
export async function answering(
  deps: SlackDeps,
  work: () => Promise<void>,
  refuse: (sentence: string) => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    const sentence = sentenceOf(error, deps.log);
    await refuse(sentence).catch((failed) => deps.log.error({ err: failed }, 'could not answer'));
  }
}
