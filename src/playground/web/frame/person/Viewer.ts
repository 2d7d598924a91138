export interface Person {
  readonly name: string;
  readonly isApp: boolean;
}

/** Who looks at the page, and whom they know. */
export interface Viewer {
  readonly me: string;
  readonly zone: string;
  /** the viewer's day, `2026-11-25` */
  readonly today: string;
  readonly people: ReadonlyMap<string, Person>;
}
