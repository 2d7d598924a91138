import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

/**
 * Which way the arrows run: folder → the folders it may import, itself aside. `clock.ts` and `log.ts` may be imported by all but the pure.
 * The files right below src (main, cli, …) wire everything together and may import all; nobody imports them but each other.
 */
const ARROWS: Record<string, readonly string[]> = {
  core: [],
  blocks: ['core'],
  imports: ['core'],
  db: ['core', 'imports', 'generated'],
  notices: ['core', 'db'],
  reports: ['core', 'db'],
  delivery: ['core', 'db', 'generated'],
  useCases: ['core', 'blocks', 'db', 'delivery', 'notices', 'reports', 'imports', 'generated'],
  jobs: ['useCases', 'core', 'db', 'delivery', 'reports'],
  slack: ['useCases', 'core', 'blocks', 'db', 'delivery', 'reports', 'imports', 'generated'],
  cli: [
    ...['src/main.ts', 'src/config.ts', 'src/followPlaygroundClock.ts', 'jobs', 'sample', 'playground'],
    ...['useCases', 'core', 'db', 'delivery', 'notices', 'reports', 'imports', 'generated'],
  ],
  sample: ['useCases', 'core', 'blocks', 'db', 'delivery', 'imports', 'generated', 'playground'],
  playground: ['blocks'],
};
const EVERYWHERE = ['src/clock.ts', 'src/log.ts'];
const PURE = ['core', 'blocks', 'playground'];

/** Packages that only some folders may know; core may know none but PURE_PACKAGES. */
const OWNERS: Record<string, readonly string[]> = {
  '@slack/bolt': ['slack'],
  '@slack/web-api': ['slack', 'delivery'],
  agenda: ['jobs'],
  '@agendajs/postgres-backend': ['jobs'],
  '@agendajs/mongo-backend': ['jobs'],
  mongodb: ['jobs'],
  pg: ['db', 'jobs'],
  '@prisma/adapter-pg': ['db'],
  nodemailer: ['delivery'],
  'smtp-server': ['playground'],
  pdfkit: ['notices', 'reports'],
  liquidjs: ['notices'],
  commander: ['cli'],
};
const PURE_PACKAGES = [
  'zod',
  'date-fns',
  '@date-fns/tz',
  'date-holidays',
  'chrono-node',
  'fastest-levenshtein',
];

/** What Slack allows, and how it measures it. */
const SLACKS_LIMITS = ['limits', 'textLength', 'messageLength', 'viewSize'].map(
  (name) => `blocks/${name}.ts`,
);

interface Import {
  readonly from: string;
  /** a path of the repository, or a package */
  readonly to: string;
  readonly typeOnly: boolean;
}

const files = ['src', 'blocks']
  .flatMap((top) => readdirSync(top, { recursive: true, encoding: 'utf8' }).map((path) => join(top, path)))
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('src/generated/'));
const sources = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));
const imports = files.flatMap((file) => importsOf(file, sources.get(file) ?? ''));

function importsOf(from: string, source: string): Import[] {
  const { statements } = ts.createSourceFile(from, source, ts.ScriptTarget.ES2022);
  return statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    const { moduleSpecifier: target } = statement;
    if (!target || !ts.isStringLiteral(target)) return [];
    const typeOnly = ts.isImportDeclaration(statement)
      ? (statement.importClause?.isTypeOnly ?? false)
      : statement.isTypeOnly;
    return [
      { from, to: target.text.startsWith('.') ? join(dirname(from), target.text) : target.text, typeOnly },
    ];
  });
}

/** `core` for src/core/money.ts, `blocks` for blocks/limits.ts, the file itself for those right below src. */
function folderOf(path: string): string {
  const [top = '', second = ''] = path.split('/');
  if (top !== 'src') return top;
  return second.endsWith('.ts') ? path : second;
}

const isLocal = ({ to }: Import) => to.startsWith('src/') || to.startsWith('blocks/');
const show = ({ from, to }: Import) => `${from} → ${to}`;
const packageOf = (target: string) =>
  target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/');

test('arrows run one way', () => {
  const wrong = imports.filter(isLocal).filter(({ from, to }) => {
    const [folder, target] = [folderOf(from), folderOf(to)];
    if (folder === target || folder.startsWith('src/')) return false;
    if (EVERYWHERE.includes(target)) return PURE.includes(folder);
    return !ARROWS[folder]?.includes(target);
  });
  expect(wrong.map(show)).toEqual([]);
});

test('the arrows themselves have no cycle', () => {
  const open = new Set<string>();
  const visit = (folder: string): void => {
    expect(open.has(folder), `a cycle through ${folder}`).toBe(false);
    open.add(folder);
    for (const target of ARROWS[folder] ?? []) visit(target);
    open.delete(folder);
  };
  for (const folder of Object.keys(ARROWS)) visit(folder);
});

test('blocks know core by its types alone', () => {
  const wrong = imports.filter(
    ({ from, to, typeOnly }) => folderOf(from) === 'blocks' && folderOf(to) === 'core' && !typeOnly,
  );
  expect(wrong.map(show)).toEqual([]);
});

test('the playground knows nothing of Duly but Slack’s limits, and only the wiring knows the playground', () => {
  const out = imports
    .filter(isLocal)
    .filter(({ from, to }) => folderOf(from) === 'playground' && folderOf(to) !== 'playground');
  expect(out.filter(({ to }) => !SLACKS_LIMITS.includes(to)).map(show)).toEqual([]);
});

test('no file imports itself in a circle', () => {
  const graph = new Map(
    files.map((file) => [file, imports.filter((i) => i.from === file && !i.typeOnly).map((i) => i.to)]),
  );
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
    if (path.includes(file) || done.has(file)) return;
    for (const target of graph.get(file) ?? []) visit(target, [...path, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  expect(circles).toEqual([]);
});

test('packages stay with those who own them', () => {
  const wrong = imports
    .filter((i) => !isLocal(i) && !i.to.startsWith('node:') && !i.typeOnly)
    .filter(({ from, to }) => {
      const [folder, name] = [folderOf(from), packageOf(to)];
      if (folder === 'core') return !PURE_PACKAGES.includes(name);
      return OWNERS[name] !== undefined && !folder.startsWith('src/') && !OWNERS[name].includes(folder);
    });
  expect(wrong.map(show)).toEqual([]);
});

test('core asks nobody for the time, chance or the environment', () => {
  const impure =
    /process\.|new Date\(\)|Date\.now\(|Math\.random|randomUUID|randomBytes|performance\.now|\bfetch\(|setTimeout|console\./;
  const wrong = files.filter((file) => folderOf(file) === 'core' && impure.test(sources.get(file) ?? ''));
  expect(wrong).toEqual([]);
  // A hash is a pure function, whoever computes it.
  const node = imports.filter(({ from, to }) => folderOf(from) === 'core' && /^node:(?!crypto$)/.test(to));
  expect(node.map(show)).toEqual([]);
});

test('the time comes from the clock', () => {
  // Real time on purpose: sockets, timeouts, rate limits and pauses, which no playground moves.
  const REAL_TIME = ['playground', 'db', 'jobs', 'delivery'];
  const wrong = files.filter((file) => {
    const folder = folderOf(file);
    if (REAL_TIME.includes(folder) || folder.startsWith('src/')) return false;
    return /new Date\(\)|Date\.now\(/.test(sources.get(file) ?? '');
  });
  expect(wrong).toEqual([]);
});
