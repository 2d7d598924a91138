/** Where rows are sent one after the other. */
export interface Lane {
  readonly workspaceId: string;
  readonly lane: string;
}

export function laneName(lane: Lane): string {
  return `${lane.workspaceId}/${lane.lane}`;
}
