/** A token and what it may do. `workflow` tokens belong to one function execution. */
export interface Token {
  kind: 'bot' | 'app' | 'workflow';
  scopes: ReadonlySet<string>;
}

/** The tokens the workspace has given out. */
export class Tokens {
  private readonly known = new Map<string, Token>();

  grant(token: string, kind: Token['kind'], scopes: Iterable<string>): void {
    this.known.set(token, { kind, scopes: new Set(scopes) });
  }

  find(token: string): Token | undefined {
    return this.known.get(token);
  }
}
