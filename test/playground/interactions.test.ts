import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Playground } from '../../src/playground/startPlayground.ts';
import { startHttpApp, startSocketApp } from './support/app.ts';
import { personAt } from './support/person.ts';
import { ANNA, ANNAS_DM, BOARD, BOB, clientFor, FLOOR, GARDEN, startWorkspace } from './support/workspace.ts';

const button = (action_id: string, value: string, extra: object = {}) => ({
  type: 'button' as const,
  action_id,
  value,
  text: { type: 'plain_text' as const, text: value },
  ...extra,
});

describe.each(['socket', 'http'] as const)('a person and the app, by %s', (mode) => {
  let slack: Playground;
  let app: App;
  const heard: Record<string, unknown>[] = [];
  const listen = (bolt: App) => {
    bolt.command('/room', async ({ command, ack, respond }) => {
      heard.push(command);
      if (command.text === 'late') return;
      if (command.text === 'all') return ack({ response_type: 'in_channel', text: 'for all' });
      if (command.text === 'bad') return ack({ blocks: [{ type: 'header' }] as never });
      if (command.text !== 'respond') return ack(`you said ${command.text}`);
      await ack();
      await respond({ text: 'answer', response_type: 'in_channel' });
    });
    bolt.action<BlockAction<ButtonAction>>('take', async ({ ack, body, respond }) => {
      heard.push(body as unknown as Record<string, unknown>);
      await ack();
      await respond({ replace_original: true, text: `taken by <@${body.user.id}>` });
    });
    bolt.action('pick', async ({ ack, body }) => {
      heard.push(body as unknown as Record<string, unknown>);
      await ack();
    });
    bolt.shortcut('book_for', async ({ ack, shortcut }) => {
      heard.push(shortcut as unknown as Record<string, unknown>);
      await ack();
    });
    bolt.shortcut('book', async ({ ack, shortcut }) => {
      heard.push(shortcut as unknown as Record<string, unknown>);
      await ack();
    });
    for (const name of [
      'reaction_added',
      'reaction_removed',
      'app_mention',
      'app_home_opened',
      'member_joined_channel',
    ] as const) {
      bolt.event(name, async ({ event }) => {
        heard.push(event as unknown as Record<string, unknown>);
      });
    }
    bolt.message(async ({ message, client }) => {
      heard.push(message as unknown as Record<string, unknown>);
      if ('text' in message && message.text === 'ping') {
        await client.chat.postMessage({ channel: message.channel, text: 'pong' });
      }
    });
  };
  beforeAll(async () => {
    slack = await startWorkspace();
    app = mode === 'socket' ? await startSocketApp(slack, listen) : (await startHttpApp(slack, listen)).app;
  });
  afterAll(async () => {
    await app.stop();
    await slack.stop();
  });
  beforeEach(async () => {
    heard.length = 0;
    expect(await personAt(slack, ANNA).post('faults', { kind: 'rate_limits_off' })).toMatchObject({
      ok: true,
    });
  });
  const anna = () => personAt(slack, ANNA);
  const lastIn = async (channel: string) => (await anna().messages(channel)).at(-1);

  it('answers a command for one, and for all', async () => {
    expect(await anna().do('command', { channel: FLOOR, command: '/room', text: ' blue ' })).toEqual({
      ok: true,
    });
    expect(await lastIn(FLOOR)).toMatchObject({ text: 'you said blue', ephemeral: true });
    expect(heard[0]).toMatchObject({
      channel_name: 'floor',
      user_name: 'anna',
      is_enterprise_install: 'false',
    });
    await anna().do('command', { channel: ANNAS_DM, command: '/room', text: 'all' });
    expect((await anna().messages(ANNAS_DM)).map((m) => m.text)).toEqual(['/room all', 'for all']);
    expect(heard[1]).toMatchObject({ channel_name: 'directmessage' });
    await anna().do('command', { channel: FLOOR, command: '/room', text: 'respond' });
    expect(await lastIn(FLOOR)).toMatchObject({ text: 'answer', user: slack.botUserId });
  });

  it('escapes what was typed and turns names into mentions where the manifest asks for it', async () => {
    const text = '@bob & <!channel> in #garden for @Anna Berg, me@bob.example';
    await anna().do('command', { channel: FLOOR, command: '/room', text });
    expect(heard[0]?.text).toBe(
      `<@${BOB}|bob> &amp; &lt;!channel&gt; in <#${GARDEN}|garden> for <@${ANNA}|anna>, me@bob.example`,
    );
  });

  it('says when a command is unknown, unanswered or answered with nonsense', async () => {
    expect(await anna().do('command', { channel: FLOOR, command: '/nope' })).toEqual({
      ok: false,
      error: 'unknown_command',
    });
    expect(await anna().do('command', { channel: BOARD, command: '/room' })).toMatchObject({
      error: 'channel_not_found',
    });
    expect(await anna().do('command', { channel: FLOOR, command: '/room', text: 'bad' })).toMatchObject({
      error: 'invalid_command_response',
      cause: 'invalid_blocks',
    });
    const late = await anna().do('command', { channel: FLOOR, command: '/room', text: 'late' });
    expect(late.ok).toBe(false);
    expect(late.error).toBe('operation_timeout');
  });

  it('clicks buttons that are there, and none that are not', async () => {
    const actions = [
      button('take', 'blue'),
      button('take_', 'x'),
      button('pick', 'sure', {
        confirm: {
          title: { type: 'plain_text', text: 'Sure?' },
          text: { type: 'plain_text', text: 'Really?' },
          confirm: { type: 'plain_text', text: 'Yes' },
          deny: { type: 'plain_text', text: 'No' },
        },
      }),
    ];
    const { ts = '' } = await clientFor(slack).chat.postMessage({
      channel: FLOOR,
      text: 'rooms',
      blocks: [{ type: 'actions', block_id: 'rooms', elements: actions }],
      metadata: { event_type: 'x', event_payload: { key: 'k' } },
    });
    const where = { channel: FLOOR, ts };
    expect(await anna().do('action', { ...where, action_id: 'gone' })).toEqual({
      ok: false,
      error: 'no_such_action',
    });
    expect(await anna().do('action', { ...where, action_id: 'pick', confirmed: false })).toMatchObject({
      declined: true,
    });
    expect(heard).toEqual([]);
    expect(await anna().do('action', { ...where, action_id: 'take' })).toEqual({ ok: true });
    expect(heard[0]).toMatchObject({
      type: 'block_actions',
      container: { type: 'message', message_ts: ts, channel_id: FLOOR, is_ephemeral: false },
      channel: { id: FLOOR, name: 'floor' },
      message: { ts, bot_id: expect.any(String) },
      actions: [{ type: 'button', block_id: 'rooms', value: 'blue', text: { text: 'blue' } }],
    });
    expect(await lastIn(FLOOR)).toMatchObject({ ts, text: `taken by <@${ANNA}>`, blocks: [] });
  });

  it('tells buttons of the same name apart by block or value', async () => {
    const { ts = '' } = await clientFor(slack).chat.postMessage({
      channel: FLOOR,
      text: 'rooms',
      blocks: ['a', 'b'].map((id) => ({ type: 'actions', block_id: id, elements: [button('pick', id)] })),
    });
    const pick = (extra: object) => anna().do('action', { channel: FLOOR, ts, action_id: 'pick', ...extra });
    expect(await pick({})).toMatchObject({ error: 'ambiguous_action' });
    expect(await pick({ value: 'b' })).toEqual({ ok: true });
    expect(await pick({ block_id: 'a' })).toEqual({ ok: true });
    expect(heard.map((body) => (body.actions as { value: string }[])[0]?.value)).toEqual(['b', 'a']);
  });

  it('keeps ephemeral messages and foreign channels to those they are for', async () => {
    const client = clientFor(slack);
    const blocks = [{ type: 'actions', elements: [button('take', 'mine')] }];
    const { message_ts: ts } = await client.chat.postEphemeral({
      channel: FLOOR,
      user: ANNA,
      text: 'm',
      blocks,
    });
    const click = { channel: FLOOR, ts, action_id: 'take' };
    expect(await personAt(slack, BOB).do('action', click)).toMatchObject({ error: 'message_not_found' });
    expect(await anna().do('action', click)).toEqual({ ok: true });
    expect(heard[0]).toMatchObject({ container: { is_ephemeral: true } });
    expect(heard[0]).not.toHaveProperty('message');
    expect((await anna().messages(FLOOR)).find((m) => m.ts === ts)).toMatchObject({
      text: `taken by <@${ANNA}>`,
    });
    expect(await anna().do('action', { ...click, channel: BOARD })).toMatchObject({
      error: 'channel_not_found',
    });
  });

  it('remembers a choice in a message', async () => {
    const option = (value: string) => ({ text: { type: 'plain_text' as const, text: value }, value });
    const { ts = '' } = await clientFor(slack).chat.postMessage({
      channel: FLOOR,
      text: 'choose',
      blocks: [
        {
          type: 'actions',
          block_id: 'b',
          elements: [
            {
              type: 'static_select',
              action_id: 'pick',
              placeholder: { type: 'plain_text', text: 'Room' },
              options: [option('red'), option('blue')],
            },
            { type: 'overflow', action_id: 'more', options: [option('one'), option('two')] },
            button('pick_', 'go'),
          ],
        },
      ],
    });
    const where = { channel: FLOOR, ts };
    expect(
      await anna().do('action', { ...where, action_id: 'pick', selected_option: { value: 'green' } }),
    ).toMatchObject({
      error: 'no_such_option',
    });
    await anna().do('action', { ...where, action_id: 'pick', selected_option: { value: 'red' } });
    expect(heard[0]).toMatchObject({
      actions: [{ type: 'static_select', selected_option: { text: { text: 'red' }, value: 'red' } }],
      state: { values: { b: { pick: { type: 'static_select', selected_option: { value: 'red' } } } } },
    });
  });

  it('uses shortcuts', async () => {
    const { ts = '' } = await clientFor(slack).chat.postMessage({ channel: FLOOR, text: 'see you there' });
    expect(await anna().do('shortcut', { callback_id: 'book_for', channel: FLOOR, ts })).toEqual({
      ok: true,
    });
    expect(heard[0]).toMatchObject({
      type: 'message_action',
      message: { text: 'see you there' },
      channel: { id: FLOOR },
    });
    expect(await anna().do('shortcut', { callback_id: 'book' })).toEqual({ ok: true });
    expect(heard[1]).toMatchObject({ type: 'shortcut', user: { id: ANNA } });
    expect(await anna().do('shortcut', { callback_id: 'book_for' })).toMatchObject({
      error: 'no_such_shortcut',
    });
  });

  it('hears of reactions, once per change', async () => {
    const { ts = '' } = await clientFor(slack).chat.postMessage({ channel: FLOOR, text: 'vote' });
    const where = { channel: FLOOR, ts, name: 'white_check_mark' };
    await anna().do('react', where);
    expect(await anna().do('react', where)).toMatchObject({ error: 'already_reacted' });
    await anna().do('react', { ...where, remove: true });
    expect(heard).toMatchObject([
      {
        type: 'reaction_added',
        user: ANNA,
        reaction: 'white_check_mark',
        item: { channel: FLOOR, ts },
        item_user: slack.botUserId,
      },
      { type: 'reaction_removed', user: ANNA },
    ]);
  });

  it('hears messages where its bot is, and nowhere else', async () => {
    await anna().do('message', { channel: FLOOR, text: `hi @rooms` });
    expect(heard).toMatchObject([
      { type: 'message', channel_type: 'channel', text: `hi <@${slack.botUserId}>` },
      { type: 'app_mention', channel: FLOOR },
    ]);
    heard.length = 0;
    await anna().do('message', { channel: GARDEN, text: 'quiet here' });
    expect(heard).toEqual([]);
    await anna().do('message', { channel: ANNAS_DM, text: 'ping' });
    expect((await anna().messages(ANNAS_DM)).slice(-2).map((m) => m.text)).toEqual(['ping', 'pong']);
  });

  it('comes into a channel by invitation', async () => {
    const post = () => clientFor(slack).chat.postMessage({ channel: GARDEN, text: 'thanks' });
    await expect(post()).rejects.toThrow(/not_in_channel/);
    const invite = (text: string) => anna().do('command', { channel: GARDEN, command: '/invite', text });
    expect(await invite('@nobody')).toEqual({ ok: false, error: 'user_not_found' });
    expect(await invite('@rooms')).toEqual({ ok: true });
    expect(heard[0]).toMatchObject({ type: 'member_joined_channel', user: slack.botUserId, inviter: ANNA });
    expect((await post()).ok).toBe(true);
  });

  it('opens the Home tab', async () => {
    expect(await anna().do('home', {})).toEqual({ ok: true });
    expect(heard[0]).toMatchObject({ type: 'app_home_opened', tab: 'home', channel: ANNAS_DM });
    expect(heard[0]).not.toHaveProperty('view');
  });
});
