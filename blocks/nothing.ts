/** Stands where a text is missing, since Slack refuses an empty one. */
export const NOTHING = '–';
