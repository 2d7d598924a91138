import { inflateSync } from 'node:zlib';

/** What a PDF of ours says, read back through its own font maps: the text of each page, pieces parted by spaces, and the dictionary text. */
export function readPdf(pdf: Buffer): { pages: string[]; info: string } {
  const raw = pdf.toString('latin1');
  const objects = new Map(
    [...raw.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id, body]) => [
      Number(id),
      body ?? '',
    ]),
  );
  const maps = new Map<string, Map<string, string>>();
  const pages: string[] = [];
  for (const body of objects.values()) {
    if (!/\/Type \/Page\b/.test(body)) continue;
    const fonts = resourceOf(body, objects);
    for (const [name, id] of fonts) {
      const toUnicode = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id) ?? '')?.[1];
      maps.set(name, readCMap(streamOf(objects, Number(toUnicode))));
    }
    const contents = Number(/\/Contents (\d+) 0 R/.exec(body)?.[1]);
    pages.push(textOf(streamOf(objects, contents), maps));
  }
  return { pages, info: raw };
}

function resourceOf(page: string, objects: Map<number, string>): [string, number][] {
  const resources = objects.get(Number(/\/Resources (\d+) 0 R/.exec(page)?.[1])) ?? page;
  return [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, id]) => [name ?? '', Number(id)]);
}

function streamOf(objects: Map<number, string>, id: number): string {
  const body = objects.get(id) ?? '';
  const stream = /stream\n([\s\S]*?)\nendstream/.exec(body)?.[1] ?? '';
  return /FlateDecode/.test(body) ? inflateSync(Buffer.from(stream, 'latin1')).toString('latin1') : stream;
}

function readCMap(cmap: string): Map<string, string> {
  const map = new Map<string, string>();
  for (const [, from, , list] of cmap.matchAll(/<(\w+)> <(\w+)> \[([^\]]*)\]/g)) {
    [...(list ?? '').matchAll(/<([\w ]+)>/g)].forEach(([, hex], index) => {
      const glyph = (Number.parseInt(from ?? '', 16) + index).toString(16).padStart(4, '0');
      map.set(
        glyph,
        Buffer.from((hex ?? '').replaceAll(' ', ''), 'hex')
          .swap16()
          .toString('utf16le'),
      );
    });
  }
  return map;
}

function textOf(content: string, maps: Map<string, Map<string, string>>): string {
  let font = '';
  let text = '';
  for (const [, name, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name) font = name;
    if (shown === undefined) continue;
    const glyphs = [...shown.matchAll(/<([0-9a-f]*)>/g)].map(([, hex]) => hex ?? '').join('');
    text += `${(glyphs.match(/.{4}/g) ?? []).map((glyph) => maps.get(font)?.get(glyph) ?? '�').join('')} `;
  }
  return text.replace(/\s+/g, ' ');
}
