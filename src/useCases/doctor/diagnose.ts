import type { DoctorFacts } from './DoctorFacts.ts';
import { broken, type Finding, note, ok } from './Finding.ts';
import { ledgerFindings } from './ledgerFindings.ts';
import { sendingFindings } from './sendingFindings.ts';
import { slackFindings } from './slackFindings.ts';
import { teamFindings } from './teamFindings.ts';

/** Business as usual is a look every minute. */
const QUIET_MINUTES = 10;

/** What is there, what is missing and how to mend it, in the order in which to go about it. Pure. */
export function diagnose(facts: DoctorFacts): Finding[] {
  const { database, slack, workspace } = facts;
  if (!database.ok) {
    const how = 'Check DATABASE_URL, or, for the embedded database, that DULY_DATA_DIR can be written to.';
    return [broken(`The database cannot be used: ${database.why}`, how)];
  }
  const findings = [
    ok(
      `The database ${database.folder ? `in ${database.folder} ` : ''}answers; ${database.migrations ?? 0} migrations are applied.`,
    ),
    ...slackFindings(slack, workspace),
  ];
  if (!workspace) {
    const sentence = 'No workspace is set up yet: the first start makes it.';
    findings.push(slack ? broken(sentence, 'Run: npm start') : note(sentence, 'Run: npm start'));
  } else {
    findings.push(...teamFindings(workspace));
    findings.push(...ledgerFindings(workspace));
  }
  return [...findings, ...sendingFindings(facts), heartbeatFinding(facts)];
}

function heartbeatFinding({ jobs, now }: DoctorFacts): Finding {
  const { store } = jobs;
  if (!jobs.ok) {
    return broken(
      `The job store in ${store} does not answer: ${jobs.why}`,
      'Check MONGODB_URI, or unset it.',
    );
  }
  if (!jobs.lastBeat) return ok(`The job store in ${store} answers.`);
  const minutes = Math.floor((now.getTime() - jobs.lastBeat.getTime()) / 60_000);
  return minutes > QUIET_MINUTES
    ? note(
        `The job store in ${store} answers; Duly last looked what was due ${minutes} minutes ago.`,
        'If it should be running: npm start',
      )
    : ok(`The job store in ${store} answers, and Duly is running.`);
}
