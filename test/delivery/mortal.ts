import type { Db } from '../../src/db/client.ts';
import type { MailTransport } from '../../src/delivery/mail/MailTransport.ts';
import type { SlackClient } from '../../src/delivery/slack/SlackClient.ts';

/**
 * A process that is killed at its n-th dealing with the world, just before it or just after it was done. From then on
 * nothing of it reaches anybody and nothing reaches it: every call hangs for ever.
 */
export class Mortal {
  readonly died: Promise<void>;
  readonly #deathAt: number;
  readonly #when: 'before' | 'after';
  #steps = 0;
  #dead = false;
  #die: () => void = () => {};

  constructor(deathAt: number, when: 'before' | 'after') {
    this.#deathAt = deathAt;
    this.#when = when;
    this.died = new Promise((resolve) => {
      this.#die = resolve;
    });
  }

  /** `fn`, until death. */
  bind<A extends unknown[], R>(fn: (...args: A) => Promise<R>): (...args: A) => Promise<R> {
    return async (...args) => {
      this.#steps += 1;
      const last = this.#steps === this.#deathAt;
      if (last && this.#when === 'before') this.#kill();
      if (this.#dead) return forever();
      const result = await fn(...args);
      if (last) this.#kill();
      return this.#dead ? forever() : result;
    };
  }

  slack(client: SlackClient): SlackClient {
    return { call: this.bind(client.call), upload: this.bind(client.upload) };
  }

  mail(transport: MailTransport): MailTransport {
    return { ...transport, send: this.bind((mail) => transport.send(mail)) };
  }

  /** A transaction is one dealing: killed before it or after its commit (in its midst the database takes it back). */
  db(db: Db): Db {
    const prisma = new Proxy(db.prisma, {
      get: (target, name) => {
        const model: unknown = Reflect.get(target, name);
        return typeof model === 'object' && model !== null ? this.#methods(model) : model;
      },
    });
    return {
      ...db,
      prisma,
      sql: (schema, text, params) => this.bind(() => db.sql(schema, text, params))(),
      execute: this.bind((text, params) => db.execute(text, params)),
      transaction: (work, options) => this.bind(() => db.transaction(work, options))(),
    };
  }

  #methods(model: object): object {
    return new Proxy(model, {
      get: (target, name) => {
        const method: unknown = Reflect.get(target, name);
        if (typeof method !== 'function') return method;
        return this.bind(async (...args: unknown[]) => method.apply(target, args));
      },
    });
  }

  #kill(): void {
    this.#dead = true;
    this.#die();
  }
}

function forever(): Promise<never> {
  return new Promise(() => {});
}
