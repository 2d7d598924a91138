import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { dayOf } from '../../../src/core/day.ts';
import type { DoctorFacts, SlackFacts, WorkspaceFacts } from '../../../src/useCases/doctor/DoctorFacts.ts';
import { diagnose } from '../../../src/useCases/doctor/diagnose.ts';
import { scopeNeeds } from '../../../src/useCases/doctor/scopeNeeds.ts';

const now = new Date('2026-11-23T10:00:00Z');
const healthySlack: SlackFacts = {
  token: { ok: true, team: 'Northwind' },
  appToken: { ok: true },
  scopes: { granted: ['chat:write', 'commands'], required: ['chat:write', 'commands'], optional: [] },
  channels: {
    C1: { kind: 'open', name: 'collections' },
    C2: { kind: 'open', name: 'approvals' },
    C3: { kind: 'open', name: 'finance' },
    C4: { kind: 'open', name: 'accounts' },
  },
};
const healthyWorkspace: WorkspaceFacts = {
  name: 'Northwind',
  locale: 'en-GB',
  startedAt: now,
  channels: { collections: 'C1', approvals: 'C2', finance: 'C3', accountManagers: 'C4' },
  roles: { manager: 2, collector: 2, finance: 1, account_manager: 0, viewer: 3 },
  country: 'GB',
  singleApprover: 'second',
  creditors: [{ name: 'Northwind Ltd', hasAddress: true, hasBankDetails: true }],
  openItems: 111,
  freshness: { until: dayOf('2026-11-23') },
  isFresh: true,
  debtors: { all: 40, unowned: 0, unmailable: 0 },
  unapplied: [],
  missingRates: [],
  stops: [],
  outbox: { late: 0, failed: 0, unsure: 0 },
};
const healthy: DoctorFacts = {
  now,
  database: { ok: true, migrations: 7 },
  jobs: { ok: true, store: 'PostgreSQL', lastBeat: now },
  slack: healthySlack,
  mail: { ok: true },
  workspace: healthyWorkspace,
};

const withWorkspace = (change: Partial<WorkspaceFacts>): DoctorFacts => ({
  ...healthy,
  workspace: { ...healthyWorkspace, ...change },
});
const withSlack = (change: Partial<SlackFacts>): DoctorFacts => ({
  ...healthy,
  slack: { ...healthySlack, ...change },
});
/** What needs mending, sentence and cure in one. */
const toMend = (facts: DoctorFacts) =>
  diagnose(facts)
    .filter(({ state }) => state === 'mend')
    .map(({ sentence, mend }) => `${sentence} ${mend}`);
const noted = (facts: DoctorFacts) =>
  diagnose(facts)
    .filter(({ state }) => state === 'note')
    .map(({ sentence }) => sentence);

test('a team that is set up has nothing to mend and nothing to note', () => {
  expect(diagnose(healthy).every(({ state }) => state === 'ok')).toBe(true);
});

test('everything that needs mending says how', () => {
  const facts: DoctorFacts = {
    ...withWorkspace({
      startedAt: undefined,
      channels: {
        collections: undefined,
        approvals: undefined,
        finance: undefined,
        accountManagers: undefined,
      },
      roles: { manager: 0, collector: 0, finance: 0, account_manager: 0, viewer: 1 },
      freshness: undefined,
      stops: [{ lane: 'C9', error: 'something_new' }],
      outbox: { late: 3, failed: 1, unsure: 2 },
    }),
    mail: null,
    jobs: { ok: false, store: 'MongoDB', why: 'connection refused' },
  };
  const wrong = diagnose(facts).filter(({ state }) => state === 'mend');
  expect(wrong.length).toBeGreaterThanOrEqual(11);
  expect(wrong.every(({ mend }) => mend !== undefined && mend.length > 0)).toBe(true);
});

test('one mail is told as one, and who has no owner is given one by a command', () => {
  const one = withWorkspace({
    outbox: { late: 1, failed: 1, unsure: 1 },
    debtors: { all: 4, unowned: 4, unmailable: 0 },
  });
  expect(toMend(one).join('\n')).toMatch(
    /1 message has waited[\s\S]*Of 1 mail nobody knows whether it went out/,
  );
  expect(noted(one).join('\n')).toContain('1 message of the last week');
  expect(diagnose(one).map(({ mend }) => mend)).toContain('Give them one with /debt assign.');
});

test('a database that does not answer is all there is to say', () => {
  const findings = diagnose({ ...healthy, database: { ok: false, why: 'connection refused' } });
  expect(findings).toHaveLength(1);
  expect(findings[0]).toMatchObject({
    state: 'mend',
    sentence: expect.stringContaining('connection refused'),
  });
});

test('without tokens the playground is used, and the rest is looked at all the same', () => {
  const facts = { ...withWorkspace({ isFresh: false }), slack: null, mail: null };
  expect(noted(facts)).toEqual([expect.stringContaining('playground')]);
  expect(toMend(facts)).toEqual([expect.stringContaining('Payments are known up to 2026-11-23')]);
});

test('before the first start without tokens nothing is wrong', () => {
  const facts: DoctorFacts = { ...healthy, slack: null, mail: null, workspace: undefined };
  expect(toMend(facts)).toEqual([]);
});

test('each missing scope is named with what does not work without it; optional ones are only noted', () => {
  const scopes = {
    granted: ['commands'],
    required: ['chat:write', 'commands'],
    optional: ['channels:history'],
  };
  expect(toMend(withSlack({ scopes }))).toEqual([expect.stringMatching(/chat:write .*no digest.*reinstall/)]);
  expect(noted(withSlack({ scopes }))).toEqual([expect.stringContaining('channels:history')]);
});

test('every scope of the manifest has its reason', async () => {
  const manifest = JSON.parse(await readFile(new URL('../../../manifest.json', import.meta.url), 'utf8'));
  const { bot, bot_optional } = manifest.oauth_config.scopes;
  expect(Object.keys(scopeNeeds).sort()).toEqual([...bot, ...bot_optional].sort());
});

test('a refused token ends the look at Slack: the rest of Slack cannot be known', () => {
  const facts = withSlack({ token: { ok: false, why: 'token_revoked' } });
  expect(toMend(facts)).toEqual([expect.stringContaining('token_revoked')]);
});

test.each([
  [{ kind: 'not_member', name: 'approvals' }, /#approvals.*\/invite/],
  [{ kind: 'shared_outside', name: 'approvals' }, /shared outside/],
  [{ kind: 'has_guests', name: 'approvals' }, /guests/],
  [{ kind: 'archived', name: 'approvals' }, /archived/],
  [{ kind: 'not_found', why: 'channel_not_found' }, /deleted.*private/],
] as const)('a channel that cannot be used: %o', (channel, told) => {
  const channels = { ...healthySlack.channels, C2: channel };
  expect(toMend(withSlack({ channels }))).toEqual([expect.stringMatching(told)]);
});

test('approval requests fall back to the digest’s channel: noted, not broken', () => {
  const facts = withWorkspace({ channels: { ...healthyWorkspace.channels, approvals: undefined } });
  expect(toMend(facts)).toEqual([]);
  expect(noted(facts)).toHaveLength(1);
});

test('a country that is none, as it was set once, is to be chosen anew', () => {
  expect(toMend(withWorkspace({ country: 'EU' }))).toEqual([
    'EU is set as the country and is none: holidays and law are not known. A manager chooses the country with /debt settings.',
  ]);
});

test('a single manager is enough only where notices are confirmed twice', () => {
  const roles = { ...healthyWorkspace.roles, manager: 1 };
  expect(toMend(withWorkspace({ roles }))).toEqual([expect.stringContaining('/debt settings limits')]);
  expect(toMend(withWorkspace({ roles, singleApprover: 'confirm_twice' }))).toEqual([]);
});

test('customers who cannot be mailed: some are noted, all is to be mended', () => {
  expect(noted(withWorkspace({ debtors: { all: 40, unowned: 2, unmailable: 5 } }))).toHaveLength(2);
  expect(toMend(withWorkspace({ debtors: { all: 40, unowned: 0, unmailable: 40 } }))).toHaveLength(1);
});

test('unapplied money is named in its own currencies', () => {
  const unapplied = [
    { currency: 'EUR', amount: 120_000n },
    { currency: 'GBP', amount: 5_000n },
  ];
  expect(noted(withWorkspace({ unapplied }))[0]).toMatch(/€1,200\.00, £50\.00/);
});

test('a stopped place says which and what to do', () => {
  const stops = [{ lane: '*', error: 'token_revoked' }];
  expect(toMend(withWorkspace({ stops }))).toEqual([
    expect.stringMatching(/Slack.*token_revoked.*Reinstall/),
  ]);
});

test('a base rate that is missing is noted with its half-year, and how to enter it', () => {
  const missingRates = [{ missing: { base: 'boe_bank_rate', from: dayOf('2026-07-01') } }] as const;
  const [found] = diagnose(withWorkspace({ missingRates })).filter(({ state }) => state === 'note');
  expect(found?.sentence).toMatch(/Bank of England.*1 Jul 2026/);
  expect(found?.mend).toContain('/debt settings interest');
});
