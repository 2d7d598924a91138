import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { listeners } from '../src/slack/listeners.ts';
import { scopeNeeds } from '../src/useCases/doctor/scopeNeeds.ts';

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));

const json = read('../manifest.json');

const manifest = z
  .object({
    features: z.object({
      slash_commands: z.array(z.object({ command: z.string(), should_escape: z.boolean() })),
      shortcuts: z.array(z.object({ callback_id: z.string() })),
    }),
    oauth_config: z.object({
      scopes: z.object({ bot: z.array(z.string()), bot_optional: z.array(z.string()) }),
    }),
    settings: z.object({ event_subscriptions: z.object({ bot_events: z.array(z.string()) }) }),
  })
  .parse(json);

const { bot, bot_optional: optional } = manifest.oauth_config.scopes;

/** What Slack asks for before it delivers an event (docs.slack.dev/reference/events). */
const scopesOf: Record<string, string[]> = {
  app_home_opened: [],
  app_mention: ['app_mentions:read'],
  app_uninstalled: [],
  file_shared: ['files:read'],
  member_joined_channel: ['channels:read', 'groups:read'],
  'message.im': ['im:history'],
  reaction_added: ['reactions:read'],
  reaction_removed: ['reactions:read'],
  tokens_revoked: [],
  user_change: ['users:read'],
};

test("the manifest is one Slack's own schema accepts", () => {
  const schema = read('./data/slack-app-manifest.schema.json');
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const validate = ajv.compile(z.record(z.string(), z.unknown()).parse(schema));
  validate(json);
  expect(validate.errors).toBeNull();
});

test('every event Duly listens to comes with the scopes it needs', () => {
  for (const event of manifest.settings.event_subscriptions.bot_events) {
    expect(scopesOf, event).toHaveProperty([event]);
    expect(bot, event).toEqual(expect.arrayContaining(scopesOf[event] ?? []));
  }
});

test('what is asked of Slack is what is used: each event has its listener, each scope its purpose', () => {
  const events = manifest.settings.event_subscriptions.bot_events.map((event) => event.split('.')[0]);
  expect(events.sort()).toEqual(Object.keys(listeners.events).sort());
  expect([...bot, ...optional].sort()).toEqual(Object.keys(scopeNeeds).sort());
  const { slash_commands: commands, shortcuts } = manifest.features;
  expect(commands.map(({ command }) => command)).toEqual(Object.keys(listeners.commands));
  expect(shortcuts.map((one) => one.callback_id).sort()).toEqual(Object.keys(listeners.shortcuts).sort());
});

test('reading channel history is asked for, never required', () => {
  expect(optional).toEqual(['channels:history', 'groups:history']);
  expect(bot.filter((scope) => optional.includes(scope))).toEqual([]);
});

test('members named in a command arrive as ids', () => {
  expect(manifest.features.slash_commands).toEqual([
    expect.objectContaining({ command: '/debt', should_escape: true }),
  ]);
});
