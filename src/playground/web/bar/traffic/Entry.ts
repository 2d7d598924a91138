/** One line of `GET /client/traffic`. */
export interface Entry {
  readonly n: number;
  /** playground time, ISO */
  readonly at: string;
  readonly direction: 'in' | 'out';
  readonly kind: string;
  readonly name: string;
  readonly request: unknown;
  readonly response: unknown;
  readonly ms: number;
}
