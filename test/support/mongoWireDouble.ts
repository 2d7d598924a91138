import net, { type AddressInfo } from 'node:net';
import { runCommand } from './mongo/commands.ts';
import { MongoStore } from './mongo/MongoStore.ts';
import { decodeMessage, encodeReply } from './mongo/message.ts';

/**
 * A stand-in for a MongoDB server: in memory, one process, the wire protocol (OP_MSG) and the dozen commands that Agenda's store uses.
 * The real driver talks to it. It shows that our side is right; it proves nothing about MongoDB itself.
 */
export class MongoWireDouble {
  readonly store = new MongoStore();
  readonly #sockets = new Set<net.Socket>();
  readonly #server = net.createServer((socket) => this.#serve(socket));
  #port = 0;

  /** Listens and answers its address. After `close` it comes back on the same port, with its data. */
  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (this.#server.address() as AddressInfo).port;
    return this.uri;
  }

  get uri(): string {
    return `mongodb://127.0.0.1:${this.#port}/duly?directConnection=true`;
  }

  async close(): Promise<void> {
    if (!this.#server.listening) return;
    const closed = new Promise((resolve) => this.#server.close(resolve));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  #serve(socket: net.Socket): void {
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket));
    socket.on('error', () => {}); // a client that goes away
    let received = Buffer.alloc(0);
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      while (received.length >= 4 && received.length >= received.readInt32LE(0)) {
        const message = received.subarray(0, received.readInt32LE(0));
        received = received.subarray(message.length);
        const request = decodeMessage(message);
        const reply = runCommand(this.store, request.command);
        if (request.wantsReply) socket.write(encodeReply(request, reply));
      }
    });
  }
}
