import { promisify } from 'node:util';
import { crc32, deflate } from 'node:zlib';

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
/** eight bits a sample, red, green, blue and alpha, nothing interlaced */
const FORMAT = [8, 6, 0, 0, 0];
/** charts are flat: more than this makes them little smaller and takes twice as long */
const LEVEL = 2;

/** A picture as a PNG file, packed on another thread. `pixels` holds four bytes each, row by row, of a picture without transparency. */
export async function encodePng(picture: {
  readonly width: number;
  readonly height: number;
  readonly pixels: Buffer;
}): Promise<Buffer> {
  const { width, height, pixels } = picture;
  const row = width * 4;
  // each row is led by how it was filtered: not at all
  const rows = Buffer.alloc(height * (row + 1));
  for (let y = 0; y < height; y += 1) pixels.copy(rows, y * (row + 1) + 1, y * row, (y + 1) * row);
  const size = Buffer.alloc(8);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', Buffer.concat([size, Buffer.from(FORMAT)])),
    chunk('IDAT', await promisify(deflate)(rows, { level: LEVEL })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(kind: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), content]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
