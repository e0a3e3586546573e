import { readFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';

/** Room → what it may import, as the house plan in `src/README.md` says. */
function readHousePlan(): ReadonlyMap<string, ReadonlySet<string>> {
  const stages = ['ingest', 'text', 'extract', 'link', 'position', 'graph'];
  const plan = new Map<string, ReadonlySet<string>>();
  const rows = readFileSync('src/README.md', 'utf8').matchAll(/^\| `([\w./-]+?)\/?` \|.*\| ([^|]+) \|$/gm);
  const table = [...rows].map(([, room = '', allowed = '']) => ({ room, allowed }));
  const everyRoom = table.map(({ room }) => room);
  for (const { room, allowed } of table) {
    const names = allowed.split(/, | and /).flatMap((name) => {
      if (name === 'nothing') return [];
      if (name === 'the stages') return stages;
      if (name === 'everything') return everyRoom;
      if (name === 'everything but cli') return everyRoom.filter((other) => other !== 'cli');
      return [name];
    });
    plan.set(room, new Set(names));
  }
  return plan;
}

function roomOf(file: string): string {
  const [first = ''] = path.relative('src', file).split(path.sep);
  return first;
}

interface Import {
  readonly from: string;
  readonly to: string;
}

function readImports(): readonly Import[] {
  return globSync('src/**/*.ts').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(
      ([, target = '']) => ({
        from: file,
        to: path.join(path.dirname(file), target),
      }),
    ),
  );
}

/** The files whose text shows that they use a library; declarations of types use none. */
function importers(library: RegExp): readonly string[] {
  return globSync('src/**/*[!d].ts')
    .filter((file) => library.test(readFileSync(file, 'utf8')))
    .sort();
}

describe('the house', () => {
  const plan = readHousePlan();
  const imports = readImports();

  it('has no room without a line in the plan', () => {
    const rooms = new Set(globSync('src/**/*.ts').map(roomOf));
    expect([...rooms].filter((room) => !plan.has(room))).toEqual([]);
  });

  it('lets each room import only what its line allows', () => {
    const crossings = imports
      .filter(({ from, to }) => roomOf(from) !== roomOf(to))
      .filter(({ from, to }) => plan.get(roomOf(from))?.has(roomOf(to)) !== true)
      .map(({ from, to }) => `${from} → ${to}`);
    expect(crossings).toEqual([]);
  });

  it('has no circle of rooms', () => {
    const next = new Map<string, Set<string>>();
    for (const { from, to } of imports) {
      if (roomOf(from) === roomOf(to)) continue;
      const targets = next.get(roomOf(from)) ?? new Set<string>();
      next.set(roomOf(from), targets.add(roomOf(to)));
    }
    const reaches = (start: string, goal: string, seen = new Set<string>()): boolean =>
      [...(next.get(start) ?? [])].some(
        (room) => room === goal || (!seen.has(room) && reaches(room, goal, seen.add(room))),
      );
    expect([...next.keys()].filter((room) => reaches(room, room))).toEqual([]);
  });

  it('keeps the clock, the disk, the network and the console out of the pure rooms', () => {
    const pure = ['model', 'rdf', 'learn', 'ingest', 'text', 'extract', 'link', 'position', 'graph'];
    const impure =
      /\bnew Date\(\)|\bDate\.now\(|from 'node:(?:fs|http|https|net|child_process)|\bfetch\(|\bconsole\./;
    const offenders = globSync('src/**/*.ts').filter(
      (file) => pure.includes(roomOf(file)) && impure.test(readFileSync(file, 'utf8')),
    );
    expect(offenders).toEqual([]);
  });

  it('lets one file make RDF terms, one know the engine and one know SHACL', () => {
    expect(importers(/DataFactory/)).toEqual(['src/rdf/terms.ts']);
    expect(importers(/from '@comunica\/query-sparql|import\('@comunica\/query-sparql/)).toEqual([
      'src/query/sparql-engine.ts',
    ]);
    expect(importers(/'shacl-engine/)).toEqual(['src/graph/shacl.ts']);
  });
});
