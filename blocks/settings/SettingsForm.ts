/** What the settings form holds: texts as typed, Slack ids of channels and members. */
export interface SettingsForm {
  readonly collections: string;
  readonly approvals: string;
  readonly finance: string;
  readonly accountManagers: string;
  readonly imports: string;
  readonly dailyDigestAt: string;
  readonly promptsAt: string;
  readonly weeklyDigestAt: string;
  readonly zone: string;
  readonly country: string;
  readonly region: string;
  readonly currency: string;
  readonly defaultDebtorKind: string;
  /** days on which the business is closed besides, as typed */
  readonly closingDays: string;
  /** statements at month end */
  readonly statements: boolean;
  /** day of the month on which the books close, as typed; empty: its last */
  readonly monthClosesOn: string;
  readonly manager: readonly string[];
  readonly collector: readonly string[];
  readonly finance_role: readonly string[];
  readonly account_manager: readonly string[];
}

export interface SettingsView {
  readonly form: SettingsForm;
  /** what the window must remember, encoded */
  readonly metadata: string;
}
