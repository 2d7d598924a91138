/** One entry of a menu; `chosen` is what the app gets of it. */
export interface MenuOption {
  readonly key: string;
  readonly text: string;
  readonly description?: string;
  readonly chosen: unknown;
}

export interface MenuGroup {
  readonly label?: string;
  readonly options: readonly MenuOption[];
}
