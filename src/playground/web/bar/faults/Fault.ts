/** What is armed, as `GET /client/faults` says it. */
export interface Fault {
  readonly kind: string;
  readonly method?: string;
  readonly times: number | 'always';
  readonly ms?: number;
  readonly error?: string;
}
