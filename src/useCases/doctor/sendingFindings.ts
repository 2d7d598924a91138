import { countOf } from '../digests/countOf.ts';
import type { DoctorFacts, WorkspaceFacts } from './DoctorFacts.ts';
import { broken, type Finding, note, ok } from './Finding.ts';

/** Mail, places where delivery stopped, and what waits to be sent. */
export function sendingFindings({ mail, slack, workspace }: DoctorFacts): Finding[] {
  return [mailFinding(mail, slack !== null), ...(workspace ? waiting(workspace) : [])];
}

function mailFinding(mail: DoctorFacts['mail'], onSlack: boolean): Finding {
  if (mail === null) {
    return onSlack
      ? broken('No mail server is set: no reminder or notice can be sent.', 'Set SMTP_URL.')
      : ok('The playground keeps what is mailed; nothing leaves this machine.');
  }
  return mail.ok
    ? ok('The mail server answers and lets Duly in.')
    : broken(
        `The mail server cannot be used: ${mail.why}`,
        'Check host, port, user and password in SMTP_URL.',
      );
}

function waiting({ stops, outbox }: WorkspaceFacts): Finding[] {
  const { late, failed, unsure } = outbox;
  const findings = stops.map(({ lane, error }) =>
    broken(
      `${lane === '*' ? 'Nothing is delivered to Slack' : `Nothing is delivered to ${lane}`}: ${error}.`,
      mends[error] ?? 'Mend what Slack complains of; it is tried again within twelve hours.',
    ),
  );
  if (late > 0) {
    const how = 'Is Duly running? Its log says why they wait.';
    findings.push(
      broken(
        `${countOf(late, 'message')} ${late === 1 ? 'has' : 'have'} waited for over a quarter of an hour.`,
        how,
      ),
    );
  }
  if (unsure > 0) {
    const how = 'A manager says so on the prompt “Was it sent?”, after a look at the mail server’s log.';
    findings.push(
      broken(
        `Of ${countOf(unsure, 'mail')} nobody knows whether ${unsure === 1 ? 'it' : 'they'} went out.`,
        how,
      ),
    );
  }
  if (failed > 0)
    findings.push(
      note(`${countOf(failed, 'message')} of the last week could not be sent.`, 'The log says why.'),
    );
  if (findings.length === 0) findings.push(ok('Nothing waits to be sent, and no place is stopped.'));
  return findings;
}

const mends: Readonly<Record<string, string>> = {
  not_in_channel: 'Write there: /invite @Duly',
  channel_not_found: 'Choose another channel with /debt settings, or invite Duly to it.',
  is_archived: 'Choose another channel with /debt settings.',
  shared_outside: 'Choose a channel that is not shared outside, with /debt settings.',
  has_guests: 'Remove the guests from it, or choose another channel with /debt settings.',
  invalid_auth: 'Set the bot token anew: SLACK_BOT_TOKEN.',
  token_revoked: 'Reinstall the app and set SLACK_BOT_TOKEN anew.',
  app_uninstalled: 'Reinstall the app and set SLACK_BOT_TOKEN anew.',
  missing_scope: 'Paste manifest.json into the app’s settings, then reinstall the app.',
};
