import type { DebtorFact } from './facts.ts';
import { may } from './permissions.ts';
import type { Role, Rung } from './policy.ts';

export interface MemberFact {
  readonly id: string;
  readonly role: Role;
  /** away today */
  readonly away: boolean;
  /** left the workspace */
  readonly left: boolean;
  /** who stands in for this member */
  readonly deputyId?: string | undefined;
  /** prompts a day */
  readonly capacity: number;
  /** prompts given today, their own and what was passed to them, that count against the capacity */
  readonly promptsToday: number;
  /** prompts not answered yet */
  readonly openPrompts: number;
}

export interface RightPerson {
  /** the member to ask; absent when nobody can be asked */
  readonly memberId?: string;
  /** the member to ask has no room today: shown as *not reached* */
  readonly notReached: boolean;
  readonly why: 'role' | 'owner' | 'deputy' | 'manager' | 'shared' | 'nobody';
}

interface Question {
  /** the stage's role, or the debtor's owner */
  readonly asks: Rung['asks'];
  readonly debtor: Pick<DebtorFact, 'ownerId' | 'deputyId'>;
  readonly members: readonly MemberFact[];
  /** where nobody is there somebody who is away is asked all the same */
  readonly cannotWait?: boolean | undefined;
}

/**
 * Who is asked: the stage's role, else the debtor's owner, else the deputy when the owner is away, else the manager. Without
 * an owner the collectors share: the one with the fewest open prompts, then by id. Nobody gets more prompts a day than
 * their capacity; whose turn it is keeps the turn, and is told as not reached. What cannot wait finds, where nobody of all
 * these is there, the one whose turn it would be if nobody were away. The same members give the same answer.
 */
export function rightPerson({ cannotWait, ...question }: Question): RightPerson {
  const there = whoseTurn(question);
  if (there.memberId !== undefined || !cannotWait) return there;
  return whoseTurn({ ...question, members: question.members.map((member) => ({ ...member, away: false })) });
}

function whoseTurn({ asks, debtor, members }: Omit<Question, 'cannotWait'>): RightPerson {
  const present = members.filter(({ away, left }) => !away && !left);
  if (asks !== 'owner') return answer(leastBusy(present, asks), 'role') ?? managers(present);
  if (debtor.ownerId === undefined)
    return answer(leastBusy(present, 'collector'), 'shared') ?? managers(present);
  const byId = (id: string | undefined) => present.find((member) => member.id === id && collects(member));
  const deputy = byId(debtor.deputyId) ?? byId(members.find(({ id }) => id === debtor.ownerId)?.deputyId);
  return answer(byId(debtor.ownerId), 'owner') ?? answer(deputy, 'deputy') ?? managers(present);
}

/**
 * Who is asked when a member did not answer in time: first the deputy, then the manager; each once. Absent when nobody new is
 * left to ask. Where the account's own deputy is not there it is the member's. What was asked of a role goes to the member's own deputy of that role, never to who looks after the account.
 * @param asked the members already asked, in order
 */
export function nextPerson(
  { debtor, members, ofRole }: Omit<Question, 'asks' | 'cannotWait'> & { ofRole: boolean },
  asked: readonly string[],
): RightPerson {
  const present = members.filter(({ away, left }) => !away && !left);
  const fresh = present.filter(({ id }) => !asked.includes(id));
  const first = members.find(({ id }) => id === asked[0]);
  const there = (deputyId: string | undefined) =>
    present.find(
      (member) => member.id === deputyId && (ofRole ? member.role === first?.role : collects(member)),
    );
  const standsIn = (ofRole ? undefined : there(debtor.deputyId)) ?? there(first?.deputyId);
  const deputy = asked.length === 1 ? fresh.find((member) => member === standsIn) : undefined;
  return answer(deputy, 'deputy') ?? managers(fresh);
}

/** Somebody whose role changed may look after accounts still, and cannot answer what is asked about them. */
function collects({ role }: MemberFact): boolean {
  return may(role, 'send_reminder');
}

function managers(present: readonly MemberFact[]): RightPerson {
  return answer(leastBusy(present, 'manager'), 'manager') ?? { notReached: true, why: 'nobody' };
}

function answer(member: MemberFact | undefined, why: RightPerson['why']): RightPerson | undefined {
  return member && { memberId: member.id, notReached: member.promptsToday >= member.capacity, why };
}

/** With room before without, then the fewest open prompts, then the lowest id. */
function leastBusy(members: readonly MemberFact[], role: Role): MemberFact | undefined {
  const full = ({ promptsToday, capacity }: MemberFact) => Number(promptsToday >= capacity);
  return members
    .filter((member) => member.role === role)
    .sort((a, b) => full(a) - full(b) || a.openPrompts - b.openPrompts || (a.id < b.id ? -1 : 1))[0];
}
