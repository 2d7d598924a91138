import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { isObject, parseJson } from '../json.ts';

/** An app holds at most ten connections. */
const MOST_CONNECTIONS = 10;
/** How long Slack says a connection will live. */
const CONNECTION_SECONDS = 18_060;

/** Socket Mode's connections: one-time tickets, hello, acknowledgement frames, disconnects. */
export class SocketHub {
  private readonly server = new WebSocketServer({ noServer: true });
  private readonly tickets = new Set<string>();
  private readonly awaited = new Map<string, (payload: unknown) => void>();
  private readonly appId: string;
  private connections: WebSocket[] = [];
  private joined: (() => void)[] = [];

  constructor(appId: string) {
    this.appId = appId;
  }

  get size(): number {
    return this.connections.length;
  }

  /** A ticket for one connection. */
  newTicket(): string {
    const ticket = randomUUID();
    this.tickets.add(ticket);
    return ticket;
  }

  /** Takes an HTTP upgrade over; one without a fresh ticket is turned away. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const ticket = new URL(request.url ?? '/', 'http://127.0.0.1').searchParams.get('ticket') ?? '';
    if (!this.tickets.delete(ticket)) {
      socket.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    this.server.handleUpgrade(request, socket, head, (ws) => this.welcome(ws));
  }

  /** Sends an envelope to the next connection; false when there is none. `acked` hears the answer's payload. */
  send(envelope: { envelope_id: string }, acked: (payload: unknown) => void): boolean {
    const connection = this.connections.shift();
    if (!connection) return false;
    this.connections.push(connection);
    this.awaited.set(envelope.envelope_id, acked);
    connection.send(JSON.stringify(envelope));
    return true;
  }

  /** No acknowledgement of this envelope is waited for any longer. */
  forget(envelopeId: string): void {
    this.awaited.delete(envelopeId);
  }

  /** Resolves when a connection is there or the time is over. */
  async connected(limitMs: number): Promise<boolean> {
    if (this.size === 0) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, limitMs);
        timer.unref();
        this.joined.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
    return this.size > 0;
  }

  /** Ends every connection: with a `disconnect` frame when there is a reason to give, else without a word. */
  disconnect(reason?: string): void {
    for (const ws of this.connections.splice(0)) {
      if (!reason) ws.terminate();
      else {
        ws.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'playground' } }));
        ws.close(1000);
      }
    }
  }

  stop(): void {
    this.disconnect();
    for (const ws of this.server.clients) ws.terminate();
    this.server.close();
    this.awaited.clear();
    for (const wake of this.joined.splice(0)) wake();
  }

  private welcome(ws: WebSocket): void {
    ws.on('error', () => ws.terminate());
    if (this.size >= MOST_CONNECTIONS) {
      ws.send(
        JSON.stringify({
          type: 'disconnect',
          reason: 'too_many_websockets',
          debug_info: { host: 'playground' },
        }),
      );
      ws.close(1000);
      return;
    }
    ws.on('message', (data) => {
      const frame = parseJson(data.toString());
      if (!isObject(frame) || typeof frame.envelope_id !== 'string') return;
      const acked = this.awaited.get(frame.envelope_id);
      this.awaited.delete(frame.envelope_id);
      acked?.(frame.payload);
    });
    ws.on('close', () => {
      this.connections = this.connections.filter((other) => other !== ws);
    });
    this.connections.push(ws);
    ws.send(
      JSON.stringify({
        type: 'hello',
        connection_info: { app_id: this.appId },
        num_connections: this.size,
        debug_info: {
          host: 'playground',
          started: new Date().toISOString().slice(0, 19).replace('T', ' '),
          build_number: 1,
          approximate_connection_time: CONNECTION_SECONDS,
        },
      }),
    );
    for (const wake of this.joined.splice(0)) wake();
  }
}
