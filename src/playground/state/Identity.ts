import { createHash } from 'node:crypto';
import type { AppManifest } from '../readManifest.ts';

export interface Identity {
  team: { id: string; domain: string; name: string };
  appId: string;
  botId: string;
  botUserId: string;
  botName: string;
  appName: string;
  botToken: string;
  appToken: string;
  signingSecret: string;
  clientId: string;
  clientSecret: string;
  verificationToken: string;
}

/**
 * Who the app is in this workspace. Ids and tokens follow from the team's id, so that an app set up once
 * still knows its workspace after a restart; they guard nothing but this machine's own playground.
 */
export function identityOf(team: Identity['team'], manifest: AppManifest): Identity {
  const secret = (name: string) => createHash('sha256').update(`playground ${team.id} ${name}`).digest('hex');
  const tail = secret('ids').slice(0, 8).toUpperCase();
  return {
    team,
    appId: `A0${tail}`,
    botId: `B0${tail}`,
    botUserId: `U0${tail}`,
    botName: manifest.botName,
    appName: manifest.appName,
    botToken: `xoxb-playground-${secret('bot').slice(0, 24)}`,
    appToken: `xapp-1-A0${tail}-${secret('app').slice(0, 24)}`,
    signingSecret: secret('signing').slice(0, 32),
    clientId: `1${parseInt(secret('client').slice(0, 10), 16)}.2${parseInt(secret('client').slice(10, 20), 16)}`,
    clientSecret: secret('clientSecret').slice(0, 32),
    verificationToken: secret('verification').slice(0, 24),
  };
}
