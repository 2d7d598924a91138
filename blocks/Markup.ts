/**
 * Text that is already Slack markup: what was typed by people in it has been escaped. Made by the `mrkdwn` template, by
 * `link`, `mention` and the like, or by `raw` for markup written in the code itself.
 */
export class Markup {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

/** What builders take: a plain string is always taken as typed by a person and escaped. */
export type Text = string | Markup;

/** Vouches for a text as markup. Never for anything a person or a file supplied. */
export function raw(source: string): Markup {
  return new Markup(source);
}
