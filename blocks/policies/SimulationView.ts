/** A simulation as it is shown; everything in it is plain text. */
export interface SimulationView {
  readonly headline: string;
  readonly figures: readonly string[];
  readonly moves: readonly string[];
  readonly accounts: readonly string[];
  readonly caveat: string;
  /** pictures were sent into the direct message */
  readonly pictured: boolean;
  /** running cases that can be moved, and the versions that they are moved to; absent where there is nothing to move */
  readonly movable?: { readonly cases: number; readonly versions: string } | undefined;
}
