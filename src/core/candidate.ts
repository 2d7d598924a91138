import type { ClockStops } from './clockStops.ts';
import type { Day } from './day.ts';
import { shortDay } from './dayName.ts';
import type { DecisionInput } from './decision.ts';
import { type Finding, finding } from './finding.ts';
import { type DoneStep, type GateOpening, gateOpening } from './gates.ts';
import { latest, NEVER } from './never.ts';
import { nextOccurrence, type Occurrence } from './occurrence.ts';
import type { Rung } from './policy.ts';
import { stageName } from './stageName.ts';
import { doneSteps, type Standing } from './standing.ts';

/** A rung whose day has come and whose gate is met. */
export interface Candidate {
  readonly rung: Rung;
  readonly index: number;
  readonly occurrence: Occurrence;
}

/** The rung that comes next by its day and gate. */
export interface Upcoming {
  readonly rung: Rung;
  /** NEVER when its day has come and only a step that is not done keeps its gate closed */
  readonly opensOn: Day;
  readonly why: 'day' | GateOpening['why'];
}

/**
 * The highest rung whose day has come for the carrying invoice and whose gate is met, never one below the highest already
 * taken for it, and the next one above it to come. Says into `findings` what it looked at.
 */
export function candidateOf(
  { carrying, mine, highest }: Standing,
  stops: ClockStops,
  input: DecisionInput,
  findings: Finding[],
): { candidate?: Candidate; upcoming?: Upcoming | undefined } {
  const { policy, facts, today, calendar } = input;
  const { invoice, effectiveDays } = carrying;
  const occurrenceInput = {
    item: carrying,
    stops: stops.of(invoice.id),
    today,
    calendar,
    activities: facts.activities,
  };
  const done = doneSteps(mine, input);
  let upcoming: Upcoming | undefined;
  for (let index = policy.rungs.length - 1; index >= 0 && index >= highest; index--) {
    const rung = policy.rungs[index];
    if (!rung?.enabled) continue;
    const taken = index === highest ? mine.filter(({ stage }) => stage === rung.key) : [];
    const occurrence = nextOccurrence(rung, taken, occurrenceInput);
    if (occurrence.repliedOn !== undefined) findings.push(repliedTo(rung, occurrence.repliedOn));
    if (occurrence.opensOn === NEVER) continue;
    const gate = rung.gate && gateOpening(rung.gate, done, calendar);
    if (gate && occurrence.opensOn <= today) findings.push(gateFinding(rung, gate, today, done));
    const opensOn = latest(occurrence.opensOn, gate?.on ?? today);
    if (opensOn <= today) {
      findings.push(dayCome(rung, occurrence, invoice.number, effectiveDays));
      return { candidate: { rung, index, occurrence }, upcoming };
    }
    if (opensOn === NEVER && occurrence.opensOn > today) continue;
    if (!upcoming || opensOn < upcoming.opensOn) {
      upcoming = { rung, opensOn, why: gate && gate.on > occurrence.opensOn ? gate.why : 'day' };
    }
  }
  const next = upcoming;
  if (!next) return {};
  if (next.opensOn === NEVER) return { upcoming: next };
  findings.push(comesNext(next));
  return { upcoming: next };
}

function comesNext({ rung, opensOn }: Upcoming): Finding {
  return finding(
    'next_rung',
    'note',
    () => `${stageName(rung.key)} comes next, on ${shortDay(opensOn, 'en-GB')} or the next open day`,
  );
}

function dayCome(rung: Rung, { stageDay, isRepeat }: Occurrence, number: string, reached: number): Finding {
  return finding(
    'rung_day',
    'pass',
    () =>
      `${stageName(rung.key)}${isRepeat ? ' (again)' : ''}: its day ${stageDay} has come, invoice ${number} stands at ${reached}`,
  );
}

function gateFinding(
  { key, gate }: Rung,
  { on, why }: GateOpening,
  today: Day,
  done: readonly DoneStep[],
): Finding {
  const outcome = on > today ? 'stop' : 'pass';
  return finding('gate', outcome, () => {
    const open = gate?.needs.filter((need) => !done.some(({ stage }) => stage === need)) ?? [];
    if (open.length > 0) return `${stageName(key)} needs this first: ${open.map(stageName).join(', ')}`;
    const since = `${gate?.needs.map(stageName).join(', ')} is done`;
    if (outcome === 'pass') return `${stageName(key)}: ${since}`;
    const until = shortDay(on, 'en-GB');
    return why === 'deadline'
      ? `${stageName(key)}: ${since}, but the date that it put in writing has to pass: not before ${until}`
      : `${stageName(key)}: ${since}, but the gap since ends on ${until}`;
  });
}

function repliedTo(rung: Rung, on: Day): Finding {
  return finding(
    'repeat_ended',
    'stop',
    () => `${stageName(rung.key)} is not repeated: the customer replied on ${shortDay(on, 'en-GB')}`,
  );
}
