/** `GET /client/app`: what it takes to speak as the app or to the app from a command line. */
export interface AppAccess {
  readonly id: string;
  readonly name: string;
  readonly api_url: string;
  readonly bot_token: string;
  readonly app_token: string;
  readonly signing_secret: string;
  /** null in Socket Mode */
  readonly request_url: string | null;
}
