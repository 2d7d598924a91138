import { BSON, type Document } from 'mongodb';

const OP_REPLY = 1;
const OP_QUERY = 2004; // the driver's first greeting
const OP_MSG = 2013;
const CHECKSUM_PRESENT = 1;
const MORE_TO_COME = 2;

export interface Request {
  readonly id: number;
  readonly opCode: number;
  readonly command: Document;
  readonly wantsReply: boolean;
}

export const serialize = (document: Document): Buffer =>
  Buffer.from(BSON.serialize(document, { ignoreUndefined: true }));
export const deserialize = (bytes: Uint8Array): Document => BSON.deserialize(bytes, { promoteLongs: true });

export function decodeMessage(message: Buffer): Request {
  const id = message.readInt32LE(4);
  const opCode = message.readInt32LE(12);
  if (opCode === OP_QUERY) {
    const start = message.indexOf(0, 20) + 1 + 8; // flags, collection name, skip, limit
    const command = { ...deserialize(sized(message, start)), $db: 'admin' };
    return { id, opCode, command, wantsReply: true };
  }
  const flags = message.readUInt32LE(16);
  const end = message.length - (flags & CHECKSUM_PRESENT ? 4 : 0);
  return { id, opCode, command: readSections(message, end), wantsReply: !(flags & MORE_TO_COME) };
}

function readSections(message: Buffer, end: number): Document {
  const command: Document = {};
  for (let at = 20; at < end; ) {
    const kind = message[at];
    const section = sized(message, at + 1);
    if (kind === 0) Object.assign(command, deserialize(section));
    else {
      const nameEnd = section.indexOf(0, 4);
      const documents: Document[] = [];
      for (let next = nameEnd + 1; next < section.length; ) {
        const document = sized(section, next);
        documents.push(deserialize(document));
        next += document.length;
      }
      command[section.toString('utf8', 4, nameEnd)] = documents;
    }
    at += 1 + section.length;
  }
  return command;
}

/** The piece that starts with its own length. */
const sized = (bytes: Buffer, at: number) => bytes.subarray(at, at + bytes.readInt32LE(at));

export function encodeReply(request: Request, reply: Document): Buffer {
  const body = serialize(reply);
  const old = request.opCode === OP_QUERY;
  const header = Buffer.alloc(old ? 36 : 21);
  header.writeInt32LE(header.length + body.length, 0);
  header.writeInt32LE(request.id, 8);
  header.writeInt32LE(old ? OP_REPLY : OP_MSG, 12);
  if (old) header.writeInt32LE(1, 32); // one document
  return Buffer.concat([header, body]);
}
