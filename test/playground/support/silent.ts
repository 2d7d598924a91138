import { LogLevel } from '@slack/bolt';

const nothing = () => undefined;

/** A logger for Slack's packages that keeps the tests' output readable. */
export const SILENT = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  setName: nothing,
  getLevel: () => LogLevel.ERROR,
};
