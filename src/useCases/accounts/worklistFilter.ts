import type { WorklistFilter } from '../../db/worklist.ts';

const simple = ['overdue', 'due', 'promises', 'broken', 'disputes', 'unassigned', 'habitual'] as const;

/** A filter as a button carries it; read back by `readFilter`. */
export function writeFilter(filter: WorklistFilter): string {
  if (filter.kind === 'over') return `over:${filter.days}`;
  return filter.kind === 'member' ? `member:${filter.memberId}` : filter.kind;
}

/** Undefined for what is no filter. */
export function readFilter(text: string): WorklistFilter | undefined {
  const [, days] = /^over:(\d{1,4})$/.exec(text) ?? [];
  if (days) return { kind: 'over', days: Number(days) };
  const [, memberId] = /^member:(.+)$/.exec(text) ?? [];
  if (memberId) return { kind: 'member', memberId };
  const kind = simple.find((one) => one === text);
  return kind && { kind };
}
