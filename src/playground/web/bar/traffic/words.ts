/** The kinds of traffic, in words. */
export const KINDS: Readonly<Record<string, string>> = {
  api: 'Web API',
  slash_commands: 'Command',
  interactive: 'Interaction',
  events_api: 'Event',
  response_url: 'Response URL',
  upload: 'Upload',
  mail: 'Mail',
};

/** The two directions, in words. */
export const DIRECTIONS = { in: 'app → Slack', out: 'Slack → app' } as const;
