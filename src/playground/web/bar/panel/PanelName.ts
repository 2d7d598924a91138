export const PANELS = ['mail', 'traffic', 'faults'] as const;
export type PanelName = (typeof PANELS)[number];

/** What each panel is called where it is opened. */
export const PANEL_TITLES: Readonly<Record<PanelName, string>> = {
  mail: 'Mail sent',
  traffic: 'Traffic',
  faults: 'Faults',
};
