import type { Text } from '../Markup.ts';

/** A member's Home tab; plain data, amounts and days already written in the member's manner. */
export interface HomeView {
  /** "Monday 23 November" */
  readonly dayName: string;
  readonly prompts: readonly HomePrompt[];
  readonly promises: HomeLines;
  readonly approvals: HomeLines;
  /** "12 calls, 5 conversations, 3 promises over £4,200.00" */
  readonly week: string;
  readonly team: string;
  readonly setUp?: SetUpView | undefined;
  readonly footnote: Text;
}

export interface HomePrompt {
  readonly promptId: string;
  readonly debtorId: string;
  readonly debtorName: string;
  readonly title: string;
  readonly owed: string;
  /** what one click does about it, where it is not the account that has to be looked at first */
  readonly act?: { readonly actionId: 'prompt_log_call' | 'prompt_look'; readonly text: string } | undefined;
}

/** The first lines of a list, and how many it has in all. */
export interface HomeLines {
  readonly total: number;
  readonly lines: readonly HomeLine[];
}

export interface HomeLine {
  readonly debtorId: string;
  readonly debtorName: string;
  readonly about: string;
}

export interface SetUpView {
  readonly started: boolean;
  readonly steps: readonly { readonly done: boolean; readonly sentence: string }[];
}
