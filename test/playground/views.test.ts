import type { App, types } from '@slack/bolt';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Playground } from '../../src/playground/startPlayground.ts';
import { startSocketApp } from './support/app.ts';
import { personAt } from './support/person.ts';
import { ANNA, BOB, clientFor, FLOOR, refusal, startWorkspace } from './support/workspace.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const option = (value: string) => ({ text: plain(value), value });

const form: types.ModalView = {
  type: 'modal',
  callback_id: 'form',
  notify_on_close: true,
  private_metadata: 'secret',
  title: plain('Book'),
  submit: plain('Save'),
  blocks: [
    {
      type: 'input',
      block_id: 'name',
      label: plain('Name'),
      element: { type: 'plain_text_input', action_id: 'name', max_length: 10 },
    },
    {
      type: 'input',
      block_id: 'seats',
      label: plain('Seats'),
      element: {
        type: 'number_input',
        action_id: 'seats',
        is_decimal_allowed: false,
        min_value: '2',
        max_value: '9',
      },
    },
    {
      type: 'input',
      block_id: 'mail',
      optional: true,
      label: plain('Mail'),
      element: { type: 'email_text_input', action_id: 'mail' },
    },
    {
      type: 'input',
      block_id: 'link',
      optional: true,
      label: plain('Link'),
      element: { type: 'url_text_input', action_id: 'link' },
    },
    {
      type: 'input',
      block_id: 'day',
      optional: true,
      label: plain('Day'),
      element: { type: 'datepicker', action_id: 'day', initial_date: '2026-03-04' },
    },
    {
      type: 'input',
      block_id: 'room',
      optional: true,
      dispatch_action: true,
      label: plain('Room'),
      element: { type: 'static_select', action_id: 'room', options: [option('red'), option('blue')] },
    },
    {
      type: 'input',
      block_id: 'who',
      optional: true,
      label: plain('Who'),
      element: { type: 'external_select', action_id: 'who', min_query_length: 2 },
    },
  ],
};
const page = (title: string): types.ModalView => ({
  type: 'modal',
  callback_id: title,
  title: plain(title),
  submit: plain('Go'),
  blocks: [
    { type: 'section', text: plain(title) },
    { type: 'actions', elements: [{ type: 'button', action_id: 'deeper', text: plain('Deeper') }] },
  ],
});

describe('modals', () => {
  let slack: Playground;
  let app: App;
  let answer: object | 'never' = {};
  const heard: Record<string, unknown>[] = [];
  const triggers: string[] = [];
  beforeAll(async () => {
    slack = await startWorkspace();
    app = await startSocketApp(slack, (bolt) => {
      bolt.command('/room', async ({ ack, command, client }) => {
        await ack();
        triggers.push(command.trigger_id);
        if (command.text === 'keep') return;
        await client.views.open({
          trigger_id: command.trigger_id,
          view: command.text === 'page' ? page('one') : form,
        });
      });
      bolt.view(/.*/, async ({ ack, body }) => {
        heard.push(body as unknown as Record<string, unknown>);
        if (answer !== 'never') await ack(answer as never);
      });
      bolt.view({ type: 'view_closed', callback_id: 'form' }, async ({ ack, body }) => {
        heard.push(body as unknown as Record<string, unknown>);
        await ack();
      });
      bolt.action('room', async ({ ack, body }) => {
        heard.push(body as unknown as Record<string, unknown>);
        await ack();
      });
      bolt.action('deeper', async ({ ack, body, client }) => {
        await ack();
        if (!('trigger_id' in body)) return;
        await client.views
          .push({ trigger_id: body.trigger_id, view: page('more') })
          .catch((error: Error) => heard.push({ error: error.message }));
      });
      bolt.options('who', async ({ ack, options }) => {
        heard.push(options as unknown as Record<string, unknown>);
        await ack({ options: [option(`found ${options.value}`)] });
      });
    });
  });
  afterAll(async () => {
    await app.stop();
    await slack.stop();
  });
  beforeEach(async () => {
    expect(await personAt(slack, ANNA).post('faults', { kind: 'rate_limits_off' })).toMatchObject({
      ok: true,
    });
    heard.length = 0;
    answer = {};
  });
  const anna = () => personAt(slack, ANNA);
  const open = async (text = '') => {
    await anna().do('command', { channel: FLOOR, command: '/room', text });
    return anna().topView();
  };
  const filled = { name: { name: { value: 'Blue' } }, seats: { seats: { value: '4' } } };

  it('open with their initial values', async () => {
    const view = await open();
    expect(view.callback_id).toBe('form');
    expect(view.state.values).toMatchObject({
      name: { name: { type: 'plain_text_input', value: null } },
      day: { day: { type: 'datepicker', selected_date: '2026-03-04' } },
      room: { room: { type: 'static_select', selected_option: null } },
    });
  });

  it('are checked before the app hears of them', async () => {
    const view = await open();
    const values = {
      name: { name: { value: 'much too long a name' } },
      seats: { seats: { value: '1' } },
      mail: { mail: { value: 'nobody' } },
      link: { link: { value: 'javascript:alert(1)' } },
    };
    const refused = await anna().do('submit', { view: view.id, values });
    expect(refused).toMatchObject({ ok: false, error: 'invalid_input', response_action: 'errors' });
    expect(Object.keys(refused.errors as object)).toEqual(['name', 'seats', 'mail', 'link']);
    const whole = { ...filled, seats: { seats: { value: '2.5' } } };
    expect((await anna().do('submit', { view: view.id, values: whole })).errors).toHaveProperty('seats');
    expect(heard).toEqual([]);
    expect((await anna().topView()).state.values.name?.name).toMatchObject({ value: 'Blue' });
    expect(
      await anna().do('submit', { view: view.id, values: { no: { such: { value: 'x' } } } }),
    ).toMatchObject({
      error: 'no_such_input',
    });
    const green = { ...filled, room: { room: { selected_option: { value: 'green' } } } };
    expect(await anna().do('submit', { view: view.id, values: green })).toMatchObject({
      error: 'no_such_option',
    });
  });

  it('close when the app acknowledges', async () => {
    const view = await open();
    const values = { ...filled, room: { room: { selected_option: { value: 'red' } } } };
    expect(await anna().do('submit', { view: view.id, values })).toEqual({ ok: true });
    expect(heard[0]).toMatchObject({
      type: 'view_submission',
      view: {
        private_metadata: 'secret',
        root_view_id: view.id,
        state: {
          values: {
            name: { name: { type: 'plain_text_input', value: 'Blue' } },
            seats: { seats: { type: 'number_input', value: '4' } },
            mail: { mail: { value: null } },
            day: { day: { selected_date: '2026-03-04' } },
            room: { room: { selected_option: option('red') } },
          },
        },
      },
    });
    expect((await anna().see()).views).toEqual([]);
  });

  it("show the app's errors, and only on inputs", async () => {
    const view = await open();
    answer = { response_action: 'errors', errors: { name: 'Taken' } };
    expect(await anna().do('submit', { view: view.id, values: filled })).toEqual({ ok: true, ...answer });
    expect((await anna().topView()).errors).toEqual({ name: 'Taken' });
    answer = { response_action: 'errors', errors: { nowhere: 'Taken' } };
    expect(await anna().do('submit', { view: view.id })).toMatchObject({
      ok: false,
      error: 'invalid_view_response',
    });
    expect((await anna().see()).trouble).toMatch(/trouble/);
  });

  it('keep what was typed when they are updated', async () => {
    const view = await open();
    const [nameBlock] = form.blocks;
    answer = { response_action: 'update', view: { ...form, title: plain('Saving'), blocks: [nameBlock] } };
    expect(await anna().do('submit', { view: view.id, values: filled })).toMatchObject({
      response_action: 'update',
    });
    const updated = await anna().topView();
    expect(updated).toMatchObject({ id: view.id, title: { text: 'Saving' } });
    expect(updated.state.values).toEqual({ name: { name: { type: 'plain_text_input', value: 'Blue' } } });
    expect(updated.hash).not.toBe(view.hash);
    const client = clientFor(slack);
    expect(
      await refusal(client.views.update({ view_id: view.id, hash: view.hash, view: form })),
    ).toMatchObject({
      error: 'hash_conflict',
    });
    await client.views.update({ view_id: view.id, hash: updated.hash, view: form });
    expect((await anna().topView()).state.values.name).toEqual({
      name: { type: 'plain_text_input', value: 'Blue' },
    });
  });

  it('stack up to three, and clear at once', async () => {
    await open('page');
    const push = async () => anna().do('action', { view: (await anna().topView()).id, action_id: 'deeper' });
    await push();
    await push();
    const stack = (await anna().see()).views;
    expect(stack.map((v) => v.previous_view_id)).toEqual([null, stack[0]?.id, stack[1]?.id]);
    expect(stack.every((v) => v.root_view_id === stack[0]?.id)).toBe(true);
    await push();
    expect(heard).toMatchObject([{ error: expect.stringContaining('push_limit_reached') }]);
    expect(await anna().do('submit', { view: stack[0]?.id })).toMatchObject({ error: 'not_top_view' });
    expect(await personAt(slack, BOB).do('submit', { view: stack[2]?.id })).toMatchObject({
      error: 'view_not_found',
    });
    answer = { response_action: 'clear' };
    await anna().do('submit', { view: stack[2]?.id });
    expect((await anna().see()).views).toEqual([]);
  });

  it('tell the app that they were closed', async () => {
    const view = await open();
    expect(await anna().do('close', { view: view.id })).toEqual({ ok: true });
    expect(heard).toMatchObject([
      { type: 'view_closed', is_cleared: false, view: { state: { values: {} } } },
    ]);
    expect(await refusal(clientFor(slack).views.update({ view_id: view.id, view: form }))).toMatchObject({
      error: 'not_found',
    });
  });

  it('dispatch what was picked, with all that was typed', async () => {
    const view = await open();
    await anna().do('action', {
      view: view.id,
      action_id: 'room',
      selected_option: { value: 'blue' },
      values: { name: { name: { value: 'Half' } } },
    });
    expect(heard[0]).toMatchObject({
      container: { type: 'view', view_id: view.id },
      actions: [{ action_id: 'room', selected_option: option('blue') }],
      view: {
        state: {
          values: {
            name: { name: { value: 'Half' } },
            room: { room: { selected_option: { value: 'blue' } } },
          },
        },
      },
    });
    expect(heard[0]).not.toHaveProperty('response_url');
    expect(await anna().do('action', { view: view.id, action_id: 'name', value: 'x' })).toMatchObject({
      dispatched: false,
    });
  });

  it('offer what the app finds', async () => {
    const view = await open();
    const ask = (value: string) => anna().do('options', { view: view.id, action_id: 'who', value });
    expect(await ask('a')).toMatchObject({ options: [] });
    expect(heard).toEqual([]);
    const found = await ask('an');
    expect(found).toMatchObject({ ok: true, options: [{ value: 'found an' }] });
    const who = { who: { who: { selected_option: (found.options as object[])[0] } } };
    expect(await anna().do('submit', { view: view.id, values: { ...filled, ...who } })).toEqual({ ok: true });
  });

  it('stay open when the app does not answer in time', async () => {
    const view = await open();
    answer = 'never';
    expect(await anna().do('submit', { view: view.id, values: filled })).toMatchObject({
      ok: false,
      error: 'operation_timeout',
    });
    const seen = await anna().see();
    expect(seen.views.at(-1)?.id).toBe(view.id);
    expect(seen.trouble).toMatch(/trouble/);
  });

  it('open once for each trigger, within three seconds', async () => {
    const client = clientFor(slack);
    const trigger = async () => {
      await anna().do('command', { channel: FLOOR, command: '/room', text: 'keep' });
      return triggers.at(-1) ?? '';
    };
    const openWith = (trigger_id: string, view: types.ModalView = page('x')) =>
      client.views.open({ trigger_id, view });
    expect(await refusal(openWith('1.2.3'))).toMatchObject({ error: 'invalid_trigger_id' });
    const used = await trigger();
    const broken = await refusal(openWith(used, { ...form, title: plain('far too long a title for this') }));
    expect(broken.error).toBe('invalid_arguments');
    expect(JSON.stringify(broken.response_metadata)).toContain(
      'must be less than 25 characters [json-pointer:/view/title/text]',
    );
    await openWith(used);
    expect(await refusal(openWith(used))).toMatchObject({ error: 'exchanged_trigger_id' });
    const stale = await trigger();
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3001 });
    const late = await refusal(openWith(stale));
    vi.useRealTimers();
    expect(late).toMatchObject({ error: 'expired_trigger_id' });
  });

  it('refuse what is too large', async () => {
    const section = (text: string) => ({ type: 'section' as const, text: plain(text) });
    const view = { ...page('big'), blocks: Array.from({ length: 99 }, () => section('x'.repeat(2999))) };
    const args = { trigger_id: '1.2.3', view };
    expect(await refusal(clientFor(slack).views.open(args))).toMatchObject({ error: 'view_too_large' });
  });
});

describe('the Home tab', () => {
  it('is published for one person, and replaced', async () => {
    const slack = await startWorkspace();
    const client = clientFor(slack);
    const home = (text: string) => ({
      type: 'home' as const,
      blocks: [{ type: 'section' as const, text: plain(text) }],
    });
    const first = await client.views.publish({ user_id: ANNA, view: home('one') });
    const second = await client.views.publish({
      user_id: ANNA,
      view: home('two'),
      hash: first.view?.hash ?? '',
    });
    expect(second.view?.id).toBe(first.view?.id);
    const stale = client.views.publish({ user_id: ANNA, view: home('three'), hash: first.view?.hash ?? '' });
    expect(await refusal(stale)).toMatchObject({ error: 'hash_conflict' });
    expect((await personAt(slack, ANNA).see()).home?.blocks).toMatchObject([{ text: { text: 'two' } }]);
    expect((await personAt(slack, BOB).see()).home).toBeNull();
    expect(await refusal(client.views.publish({ user_id: 'U0', view: home('x') }))).toMatchObject({
      error: 'invalid_arguments',
      response_metadata: { messages: ['invalid `user_id`'] },
    });
    const modal = client.views.publish({ user_id: ANNA, view: page('x') as never });
    expect(await refusal(modal)).toMatchObject({ error: 'invalid_arguments' });
    await slack.stop();
  });
});
