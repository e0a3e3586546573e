import * as fc from 'fast-check';
import { UndirectedGraph } from 'graphology';
import { default as gexf } from 'graphology-gexf';
import { default as graphml } from 'graphology-graphml';
import { parse as parseCsv } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { describeNetwork } from '../../src/export/networks/described-network.ts';
import { selectStatements } from '../../src/export/networks/discourse-statement.ts';
import type { DiscourseStatement, DuplicateRule } from '../../src/export/networks/discourse-statement.ts';
import { readDiscourse } from '../../src/export/networks/read-statements.ts';
import type { ActorLevel } from '../../src/export/networks/read-statements.ts';
import { movingWindows } from '../../src/export/networks/moving-windows.ts';
import { buildNetwork, fitsKind, NETWORK_KINDS, NORMALISATIONS } from '../../src/export/networks/network.ts';
import type { NetworkKind, Normalisation } from '../../src/export/networks/network.ts';
import { daysOfStatements } from '../../src/export/networks/statement-days.ts';
import { writeEdgeList } from '../../src/export/networks/write-edge-list.ts';
import type { Cell } from '../../src/export/table.ts';
import { writeGexf } from '../../src/export/networks/write-gexf.ts';
import { writeGraphMl } from '../../src/export/networks/write-graphml.ts';

/** `a+x 2021-01-04 d1 Wire`: actor a agrees with issue x on that day in article d1 of an outlet. */
function read(line: string, index: number): DiscourseStatement {
  const [what = '', date = '', article = '', outlet = ''] = line.split(' ');
  const [actor = '', issue = ''] = what.split(/[+-]/u);
  return { claim: `c${index}`, actor, issue, polarity: what.includes('+') ? 1 : -1, article, date, outlet };
}

const EXAMPLE = [
  'a+x 2021-01-04 d1 Wire',
  'a+x 2021-01-05 d1 Wire',
  'a+x 2021-01-10 d2 Post',
  'a-y 2021-02-01 d3 Post',
  'b+x 2021-02-01 d3 Post',
  'b+y 2021-03-01 d4 Wire',
  'c-x 2022-03-01 d5 Wire',
].map(read);

function edgesOf(kind: NetworkKind, normalisation: Normalisation = 'none') {
  return buildNetwork(EXAMPLE, kind, normalisation).edges.map(
    ({ source, target, weight }) => `${source}${target} ${Number(weight.toFixed(4))}`,
  );
}

function select(filter: Parameters<typeof selectStatements>[1]): string {
  return selectStatements(EXAMPLE, filter, 'all')
    .map(({ claim }) => claim)
    .join(' ');
}

describe('a network', () => {
  // Counts: a has x+ 3, y- 1; b has x+ 1, y+ 1; c has x- 1.
  it.each<[NetworkKind, Normalisation, readonly string[]]>([
    ['affiliation', 'none', ['ax 3', 'ay -1', 'bx 1', 'by 1', 'cx -1']],
    ['affiliation', 'activity', ['ax 0.75', 'ay -0.25', 'bx 0.5', 'by 0.5', 'cx -1']],
    ['affiliation', 'prominence', ['ax 0.6', 'ay -0.5', 'bx 0.2', 'by 0.5', 'cx -0.2']],
    ['congruence', 'none', ['ab 3']],
    ['congruence', 'average', ['ab 1']],
    // 3 in common, y- of a and y+ of b apart: 3 / 5.
    ['congruence', 'jaccard', ['ab 0.6']],
    ['congruence', 'cosine', ['ab 0.375']],
    ['conflict', 'none', ['ab 1', 'ac 3', 'bc 1']],
    ['conflict', 'average', ['ab 0.3333', 'ac 1.2', 'bc 0.6667']],
    ['subtract', 'none', ['ab 2', 'ac -3', 'bc -1']],
    ['subtract', 'cosine', ['ab 0.25', 'ac -0.75', 'bc -0.5']],
  ])('%s, normalised by %s, is what was computed by hand', (kind, normalisation, expected) => {
    expect(edgesOf(kind, normalisation)).toEqual(expected);
  });

  it.each<[DuplicateRule, number]>([
    ['all', 7],
    ['document', 6],
    ['week', 5],
    ['month', 5],
    ['year', 5],
    ['acrossrange', 5],
  ])('counts repeated claims by %s', (rule, count) => {
    expect(selectStatements(EXAMPLE, {}, rule)).toHaveLength(count);
  });

  it('begins a week on Monday and a year of weeks with its first Thursday', () => {
    const days = ['a+x 2020-12-31 d1', 'a+x 2021-01-03 d2', 'a+x 2021-01-04 d3'].map(read);
    expect(selectStatements(days, {}, 'week').map(({ claim }) => claim)).toEqual(['c0', 'c2']);
  });

  it('takes only claims of the time, the issues, the outlets and of actors who say enough', () => {
    expect(select({ from: '2021-01-05', to: '2021-02-01' })).toBe('c1 c2 c3 c4');
    expect(select({ issues: new Set(['y']) })).toBe('c3 c5');
    expect(select({ outlets: new Set(['Post']) })).toBe('c2 c3 c4');
    expect(select({ minimumFrequency: 3 })).toBe('c0 c1 c2 c3');
  });

  it('knows from when to when actors speak, and from when on two of them do', () => {
    const days = daysOfStatements(EXAMPLE);
    expect(days.ofActor('a')).toEqual({ first: '2021-01-04', last: '2021-02-01' });
    expect(days.ofIssue('y')).toEqual({ first: '2021-02-01', last: '2021-03-01' });
    expect(days.ofClaims('a', 'x')).toEqual({ first: '2021-01-04', last: '2021-01-10' });
    expect(days.ofPair('a', 'b')).toEqual({ first: '2021-02-01', last: '2021-03-01' });
    expect(days.ofPair('c', 'nobody')).toBeUndefined();
  });

  it('moves its window to the last day', () => {
    expect(movingWindows('2021-01-01', '2021-01-25', { days: 10, step: 7 })).toEqual([
      { from: '2021-01-01', to: '2021-01-10' },
      { from: '2021-01-08', to: '2021-01-17' },
      { from: '2021-01-15', to: '2021-01-24' },
      { from: '2021-01-22', to: '2021-01-25' },
    ]);
  });
});

/** A claim's row as far as networks read it. */
function claimOf(holder: string, principal?: string): ReadonlyMap<string, Cell> {
  return new Map<string, Cell>([
    ['claim', `${holder} ${principal ?? ''}`],
    ['holder', holder],
    ['principal', principal],
    ['issue', 'x'],
    ['polarity', 1],
  ]);
}

async function* claimsOfAll() {
  yield claimOf('minister', 'state');
  yield claimOf('minister', 'party');
  yield claimOf('minister');
  yield claimOf('state');
  yield claimOf('crowd');
  yield claimOf('voice');
}

describe('the level of actors', () => {
  const actors = new Map(
    [
      ['minister', 'person'],
      ['state', 'state'],
      ['party', 'organisation'],
      ['crowd', 'group'],
      ['voice', 'voice'],
    ].map(([id = '', type]) => [id, new Map([['type', type]])]),
  );
  it.each<[ActorLevel, readonly string[]]>([
    ['holder', ['minister', 'minister', 'minister', 'state', 'crowd']],
    ['principal', ['state', 'party', 'minister', 'state', 'crowd']],
    ['person', ['minister', 'minister', 'minister']],
    ['organisation', ['party', 'crowd']],
    ['state', ['state', 'state']],
  ])('%s counts a claim for %j', async (level, expected) => {
    const { statements } = await readDiscourse(
      { actors, issues: new Map(), articles: new Map(), claims: claimsOfAll },
      level,
    );
    expect(statements.map(({ actor }) => actor)).toEqual(expected);
  });
});

/** DNA's definition over a dense array actor × issue × (against, for), written without a look at ours. */
function denseWeight(
  counts: readonly (readonly (readonly [number, number])[])[],
  [i, j]: readonly [number, number],
  [kind, normalisation]: readonly [NetworkKind, Normalisation],
): number {
  const left = counts[i] ?? [];
  const right = counts[j] ?? [];
  let agree = 0;
  let differ = 0;
  let apart = 0;
  let both = 0;
  let leftSum = 0;
  let rightSum = 0;
  for (const [issue, one] of left.entries()) {
    const other = right[issue] ?? [0, 0];
    for (const k of [0, 1] as const) {
      for (const l of [0, 1] as const) {
        if (k === l) agree += one[k] * other[l];
        else differ += one[k] * other[l];
      }
      leftSum += one[k];
      rightSum += other[k];
      if (one[k] > 0 && other[k] > 0) both += one[k] * other[k];
      else apart += one[k] + other[k];
    }
  }
  const norm = { average: (leftSum + rightSum) / 2, jaccard: apart + both, cosine: leftSum * rightSum };
  const weight = { congruence: agree, conflict: differ, subtract: agree - differ, affiliation: 0 }[kind];
  return normalisation in norm
    ? weight / norm[normalisation === 'average' || normalisation === 'jaccard' ? normalisation : 'cosine']
    : weight;
}

describe('one-mode networks', () => {
  it('equal a computation over dense matrices', () => {
    const statement = fc.record({
      actor: fc.nat(4),
      issue: fc.nat(3),
      polarity: fc.constantFrom<1 | -1>(1, -1),
    });
    const settings = fc.constantFrom(
      ...NETWORK_KINDS.filter((kind) => kind !== 'affiliation').flatMap((kind) =>
        NORMALISATIONS.filter((name) => fitsKind(name, kind)).map((name) => [kind, name] as const),
      ),
    );
    fc.assert(
      fc.property(fc.array(statement, { maxLength: 40 }), settings, (drawn, setting) => {
        const counts = Array.from({ length: 5 }, () =>
          Array.from({ length: 4 }, (): [number, number] => [0, 0]),
        );
        const statements = drawn.map(({ actor, issue, polarity }, index): DiscourseStatement => {
          const cell = counts[actor]?.[issue];
          if (cell !== undefined) cell[polarity === 1 ? 1 : 0] += 1;
          return { claim: `c${index}`, actor: `a${actor}`, issue: `i${issue}`, polarity, article: 'd' };
        });
        const network = buildNetwork(statements, ...setting);
        for (const i of [0, 1, 2, 3]) {
          for (const j of [1, 2, 3, 4].filter((other) => other > i)) {
            const edge = network.edges.find(({ source, target }) => source === `a${i}` && target === `a${j}`);
            const expected = denseWeight(counts, [i, j], setting);
            expect(edge?.weight ?? 0).toBeCloseTo(Number.isFinite(expected) ? expected : 0, 10);
          }
        }
      }),
    );
  });
});

const NODE_NAMES = [
  'label',
  'mode',
  'type',
  'wikidata',
  'role',
  'country',
  'claims',
  'first_reported',
  'last_reported',
];
const EDGE_NAMES = ['kind', 'polarity', 'agreements', 'disagreements', 'first_reported', 'last_reported'];

/** The attributes of these names; a program that reads an empty text may leave it out. */
function pick(attributes: Readonly<Record<string, unknown>>, names: readonly string[]) {
  return Object.fromEntries(names.map((name) => [name, attributes[name] ?? '']));
}

/** Nodes and edges with all their attributes. */
function contentOf(graph: UndirectedGraph) {
  return {
    nodes: graph.mapNodes((id, attributes) => [id, pick(attributes, NODE_NAMES)]),
    edges: graph.mapEdges((_edge, attributes, source, target) => [
      source,
      target,
      pick(attributes, ['weight', ...EDGE_NAMES]),
    ]),
  };
}

describe('a network file', () => {
  const actors = new Map(
    ['a', 'b', 'c'].map((id) => [
      id,
      new Map<string, Cell>([
        ['label', `Actor “${id}” & <co>\n`],
        ['type', 'state'],
        ['wikidata', `Q${id}`],
        ['offices', ['minister', 'envoy']],
        ['principals', ['b']],
        ['claims_held', 4],
      ]),
    ]),
  );
  const network = buildNetwork(EXAMPLE, 'affiliation', 'activity');
  const described = describeNetwork(network, {
    actors,
    issues: new Map(),
    days: daysOfStatements(EXAMPLE),
    description: 'a “test”',
  });
  const expected = {
    nodes: described.nodes.map(({ id, values }) => [id, pick(values, NODE_NAMES)]),
    edges: described.edges.map(({ source, target, weight, values }) => [
      source,
      target,
      { weight, ...values },
    ]),
  };
  it('is read back from GEXF by graphology with all attributes', () => {
    const graph = UndirectedGraph.from(gexf.parse(UndirectedGraph, writeGexf(described)).export());
    expect(contentOf(graph)).toEqual(expected);
  });

  it('is read back from GraphML by graphology with all attributes', () => {
    const graph = UndirectedGraph.from(graphml.parse(UndirectedGraph, writeGraphMl(described)).export());
    expect(contentOf(graph)).toEqual(expected);
  });

  it('is read back from CSV', () => {
    const rows: readonly Record<string, string>[] = parseCsv(writeEdgeList(described), { columns: true });
    expect(rows.map(({ source, target, weight }) => `${source}${target} ${weight}`)).toEqual(
      edgesOf('affiliation', 'activity'),
    );
    expect(rows[0]?.['source_label']).toBe('Actor “a” & <co>\n');
  });
});
