import type { ChannelFacts, SlackFacts, WorkspaceFacts } from './DoctorFacts.ts';
import { broken, type Finding, note, ok } from './Finding.ts';
import { scopeNeeds } from './scopeNeeds.ts';

const REINSTALL = 'Paste manifest.json into the app’s settings (App Manifest), then reinstall the app.';

const REACH =
  'Check the network, a proxy, and SLACK_API_URL if it is set: Duly has to reach https://slack.com.';

/** Token, scopes and channels, in the order in which they are set up. */
export function slackFindings(slack: SlackFacts | null, workspace: WorkspaceFacts | undefined): Finding[] {
  if (!slack) {
    const how = 'For your own Slack set SLACK_BOT_TOKEN and SLACK_APP_TOKEN: see README.md.';
    return [note('No Slack tokens are set: npm start opens the playground, a local Slack.', how)];
  }
  const { token, appToken } = slack;
  if (!token.ok) {
    if (token.unreached) return [broken(`Slack cannot be reached: ${token.why}`, REACH)];
    const how = 'Copy the bot token again (OAuth & Permissions) into SLACK_BOT_TOKEN.';
    return [broken(`Slack does not take the bot token: ${token.why}`, how)];
  }
  const findings = [ok(`Slack knows Duly in ${token.team ?? 'the workspace'}.`)];
  if (appToken && !appToken.ok) {
    const how = appToken.unreached
      ? REACH
      : 'Make an app-level token with connections:write (Basic Information) and set SLACK_APP_TOKEN.';
    findings.push(broken(`Socket Mode cannot be opened: ${appToken.why}`, how));
  }
  findings.push(...scopeFindings(slack.scopes));
  if (workspace) findings.push(...channelFindings(slack, workspace));
  return findings;
}

function scopeFindings({ granted, required, optional }: SlackFacts['scopes']): Finding[] {
  if (!granted) return [note('Slack does not say which scopes are granted.')];
  const missing = required.filter((scope) => !granted.includes(scope));
  const without = (scope: string) => scopeNeeds[scope] ?? 'part of Duly does not work';
  return [
    ...(missing.length === 0 ? [ok(`All ${required.length} scopes are granted.`)] : []),
    ...missing.map((scope) => broken(`The scope ${scope} is missing: ${without(scope)}.`, REINSTALL)),
    ...optional
      .filter((scope) => !granted.includes(scope))
      .map((scope) => note(`The optional scope ${scope} is not granted: ${without(scope)}.`)),
  ];
}

const purposes = {
  collections: 'for the daily digest',
  approvals: 'for approval requests',
  finance: 'for the weekly digest',
  accountManagers: 'for credit holds',
} as const;

function channelFindings({ channels }: SlackFacts, workspace: WorkspaceFacts): Finding[] {
  return (Object.keys(purposes) as (keyof typeof purposes)[]).map((purpose) => {
    const what = `The channel ${purposes[purpose]}`;
    const id = workspace.channels[purpose];
    if (id === undefined) {
      const fallback = instead(purpose, workspace);
      const sentence = `${what} is not chosen${fallback ? `: ${fallback}` : ''}.`;
      const how = 'A manager chooses it with /debt settings.';
      return fallback ? note(sentence, how) : broken(sentence, how);
    }
    return channelFinding(what, id, channels[id]);
  });
}

/** Where messages go that have no channel of their own; undefined where they go nowhere. */
function instead(purpose: keyof typeof purposes, { channels }: WorkspaceFacts): string | undefined {
  if (purpose === 'accountManagers') return 'account managers are told by direct message';
  return purpose === 'approvals' && channels.collections ? 'requests go to the digest’s channel' : undefined;
}

function channelFinding(what: string, id: string, channel: ChannelFacts | undefined): Finding {
  switch (channel?.kind) {
    case 'open':
      return ok(`${what} is #${channel.name}.`);
    case 'not_member':
      return broken(`${what}, #${channel.name}, does not have Duly in it.`, 'Write there: /invite @Duly');
    case 'shared_outside':
      return broken(
        `${what}, #${channel.name}, is shared outside the workspace: nothing is posted there.`,
        'Choose another one with /debt settings.',
      );
    case 'has_guests':
      return broken(
        `${what}, #${channel.name}, has guests in it: nothing is posted there.`,
        'Remove the guests, or choose another one with /debt settings.',
      );
    case 'archived':
      return broken(`${what}, #${channel.name}, is archived.`, 'Choose another one with /debt settings.');
    case 'not_found':
      return broken(
        `${what} (${id}) is not to be seen: it was deleted, or it is private and Duly is not in it.`,
        'Write there: /invite @Duly, or choose another one with /debt settings.',
      );
    default:
      return note(`${what} (${id}) could not be looked at: ${channel?.why ?? 'no answer'}.`);
  }
}
