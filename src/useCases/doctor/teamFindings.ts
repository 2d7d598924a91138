import { countryOf } from '../../core/countryOf.ts';
import type { WorkspaceFacts } from './DoctorFacts.ts';
import { broken, type Finding, note, ok } from './Finding.ts';

const SETTINGS = 'A manager gives roles with /debt settings.';

const CHOOSE_COUNTRY = 'A manager chooses the country with /debt settings.';

const ONE_MANAGER =
  'Name a second one with /debt settings, or choose with /debt settings limits that the only one confirms requests twice.';

/** Who works with Duly, and whether it may work. */
export function teamFindings({ country, roles, singleApprover, startedAt }: WorkspaceFacts): Finding[] {
  return [
    ...(countryOf(country) === country
      ? []
      : [
          broken(
            `${country} is set as the country and is none: holidays and law are not known.`,
            CHOOSE_COUNTRY,
          ),
        ]),
    ...managerFindings(roles.manager, singleApprover),
    roles.collector > 0
      ? ok(`${roles.collector} of the team ${roles.collector === 1 ? 'collects' : 'collect'}.`)
      : broken('Nobody has the role collector: all prompts go to a manager.', SETTINGS),
    roles.finance > 0
      ? ok('Finance is named.')
      : broken('Nobody has the role finance: nobody is asked about payments.', SETTINGS),
    startedAt
      ? ok('A manager has started Duly.')
      : broken('Duly is not started: nothing is asked, posted or sent.', 'A manager types /debt start.'),
  ];
}

function managerFindings(managers: number, singleApprover: WorkspaceFacts['singleApprover']): Finding[] {
  if (managers === 0) {
    const how = 'An admin or owner of the Slack workspace types /debt: that makes them a manager.';
    return [broken('There is no manager: nobody can approve, change settings or start Duly.', how)];
  }
  if (managers > 1) return [ok(`${managers} managers can approve each other’s notices.`)];
  return [
    singleApprover === 'confirm_twice'
      ? note('There is one manager, who confirms own notices twice; they are recorded as self-approved.')
      : broken('There is one manager: what that manager asks for nobody can approve.', ONE_MANAGER),
  ];
}
