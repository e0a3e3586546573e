import type { Term } from '@rdfjs/types';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/model/input-error.ts';
import { runQuery } from '../../src/query/engine.ts';
import type { QueryOptions } from '../../src/query/engine.ts';
import { explainQuery } from '../../src/query/explain-query.ts';
import { namedNode, stringLiteral } from '../../src/rdf/terms.ts';
import type { ClaimStore } from '../../src/store/claim-store.ts';
import { openExample, openExampleIndex, storeOf } from './example-store.ts';

const store = storeOf(`
  ex:g1 { ex:c1 a dip:Claim ; rdf:reifies <<( ex:us dip:rejects ex:nato )>> ; rdfs:label "one" . ex:us a dip:Actor }
  ex:g2 { ex:c2 a dip:Claim ; rdf:reifies <<( ex:se dip:supports ex:nato )>> . ex:us a dip:Actor .
          ex:c3 rdf:reifies <<( ex:ru dip:asserts <<( ex:us dip:rejects ex:nato )>> )>> }
  ex:loose rdfs:label "no graph" .`);

function show(term: Term | undefined): string {
  return term === undefined ? '–' : term.value.replace(/^.*[/#]/u, '');
}

async function ask(text: string, options: QueryOptions = {}, over: ClaimStore = store): Promise<unknown> {
  const result = await runQuery(`PREFIX ex: <https://example.org/>\n${text}`, over, options);
  if (result.kind === 'boolean') return result.value;
  const lines: string[] = [];
  if (result.kind === 'rows') {
    for await (const row of result.rows) {
      lines.push(result.variables.map((variable) => show(row.get(variable))).join(' '));
    }
  } else {
    for await (const { subject, predicate, object } of result.quads) {
      lines.push([subject, predicate, object].map(show).join(' '));
    }
  }
  return lines.toSorted();
}

describe('a triple-term pattern', () => {
  it('finds claims over the union of named graphs (Comunica over N3.Store gave no rows)', async () => {
    expect(
      await ask('SELECT ?claim ?holder ?issue { ?claim rdf:reifies <<( ?holder dip:rejects ?issue )>> }'),
    ).toEqual(['c1 us nato']);
  });

  it('finds the same inside GRAPH, with the graph', async () => {
    const pattern = '{ GRAPH ?g { ?claim rdf:reifies <<( ?holder dip:rejects ?issue )>> } }';
    expect(await ask(`SELECT ?claim ?g ${pattern}`)).toEqual(['c1 g1']);
    expect(await ask(`SELECT ?claim ?g ${pattern}`, { defaultGraph: 'strict' })).toEqual(['c1 g1']);
  });

  it.each([
    ['joined with another pattern', '?h a dip:Actor . ?c rdf:reifies <<( ?h ?stance ?i )>>', ['c1 us']],
    ['without variables', '?c rdf:reifies <<( ex:us dip:rejects ex:nato )>> BIND(ex:us AS ?h)', ['c1 us']],
    ['within a triple term', '?c rdf:reifies <<( ?h dip:asserts <<( ?x ?y ex:nato )>> )>>', ['c3 ru']],
    ['with one variable twice', '?c rdf:reifies <<( ?h dip:rejects ?h )>>', []],
    [
      'by its parts',
      '?c rdf:reifies ?t FILTER(OBJECT(?t) = ex:nato) BIND(SUBJECT(?t) AS ?h)',
      ['c1 us', 'c2 se'],
    ],
  ])('is answered %s', async (_, pattern, expected) => {
    expect(await ask(`SELECT ?c ?h { ${pattern} }`)).toEqual(expected);
  });

  it('takes parameters', async () => {
    const bindings = new Map([['holder', namedNode('https://example.org/se')]]);
    expect(
      await ask('SELECT ?c ?stance { ?c rdf:reifies <<( ?holder ?stance ?i )>> }', { bindings }),
    ).toEqual(['c2 supports']);
  });
});

describe('graphs', () => {
  it('are united, a triple of two graphs counting once', async () => {
    expect(await ask('SELECT ?a { ?a a dip:Actor }')).toEqual(['us']);
    expect(await ask('SELECT ?a ?g { GRAPH ?g { ?a a dip:Actor } }')).toEqual(['us g1', 'us g2']);
  });

  it('are kept apart when told so', async () => {
    expect(await ask('SELECT ?s { ?s ?p ?o }', { defaultGraph: 'strict' })).toEqual(['loose']);
  });

  it('are chosen by FROM', async () => {
    expect(await ask('SELECT ?c FROM ex:g2 { ?c a dip:Claim }')).toEqual(['c2']);
  });
});

describe('the forms of a query', () => {
  it.each([
    ['ASK { ex:c1 a dip:Claim }', true],
    ['ASK { ex:us dip:rejects ex:nato }', false],
    ['CONSTRUCT { ?c ex:by ?h } { ?c rdf:reifies <<( ?h dip:rejects ?i )>> }', ['c1 by us']],
    ['DESCRIBE ex:loose', ['loose label no graph']],
    ['SELECT (COUNT(*) AS ?n) { ?c a dip:Claim }', ['2']],
  ])('%s', async (text, expected) => {
    expect(await ask(text)).toEqual(expected);
  });
});

describe('LIMIT and OFFSET', () => {
  it.each([
    // Two triples are about c1, and one solution is asked for.
    [
      'CONSTRUCT { ?c ex:is ?h, ?c } { ?c rdf:reifies <<( ?h ?s ex:nato )>> } ORDER BY ?c LIMIT 1',
      ['c1 is c1', 'c1 is us'],
    ],
    ['CONSTRUCT { ?c ex:is ?c } { ?c rdf:reifies <<( ?h ?s ex:nato )>> } ORDER BY ?c OFFSET 1', ['c2 is c2']],
    ['CONSTRUCT { ?c ex:is ?c } FROM ex:g1 { ?c rdf:reifies <<( ?h ?s ex:nato )>> } LIMIT 5', ['c1 is c1']],
  ])('count solutions, not the triples made of them: %s', async (text, expected) => {
    expect(await ask(text)).toEqual(expected);
  });

  it('describe as many things as they say', async () => {
    expect(await ask('DESCRIBE ?c { ?c a dip:Claim } ORDER BY ?c LIMIT 1')).toEqual([
      'c1 label one',
      'c1 reifies ',
      'c1 type Claim',
    ]);
  });

  it('count solutions beside a parameter, too', async () => {
    const bindings = new Map([['h', namedNode('https://example.org/us')]]);
    expect(
      await ask('CONSTRUCT { ?c ex:is ?h, ?c } { ?c rdf:reifies <<( ?h ?s ex:nato )>> } LIMIT 1', {
        bindings,
      }),
    ).toEqual(['c1 is c1', 'c1 is us']);
  });
});

describe('REDUCED', () => {
  it('keeps texts that differ in their language only, which the engine would drop', async () => {
    const texts = storeOf('ex:a rdfs:label "x", "x"@en, "x"@de .');
    expect(await ask('SELECT REDUCED ?l { ?s rdfs:label ?l }', {}, texts)).toEqual(['x', 'x', 'x']);
  });
});

describe('the columns of an answer', () => {
  it.each([
    ['SELECT * { ?subject dip:holder ?a ; dip:issue ?object }', ['subject', 'a', 'object']],
    ['SELECT (COUNT(?x) AS ?n) ?s { ?s dip:holder ?x } GROUP BY ?s', ['n', 's']],
  ])('%s', async (text, expected) => {
    expect(await runQuery(text, store)).toMatchObject({ variables: expected });
  });
});

describe('a parameter', () => {
  it('stays a literal whatever it says', async () => {
    const bindings = new Map([['text', stringLiteral('one" } } DELETE { ?s ?p ?o } #')]]);
    expect(await ask('SELECT ?s { ?s rdfs:label ?text }', { bindings })).toEqual([]);
    expect(
      await ask('SELECT ?s { ?s rdfs:label ?text }', { bindings: new Map([['text', stringLiteral('one')]]) }),
    ).toEqual(['c1']);
  });

  it('restricts nothing where it is unbound', async () => {
    const text = 'SELECT ?s { ?s rdfs:label ?l FILTER(!BOUND(?text) || ?l = ?text) }';
    expect(await ask(text)).toEqual(['c1', 'loose']);
    expect(await ask(text, { bindings: new Map([['text', stringLiteral('one')]]) })).toEqual(['c1']);
  });

  it('may not be given a second value by the query', async () => {
    const bindings = new Map([['s', namedNode('https://example.org/c1')]]);
    await expect(ask('SELECT ?s { ?s ?p ?o } GROUP BY ?s', { bindings })).rejects.toThrow(
      'query: the parameter ?s stands in a BIND, VALUES or GROUP BY',
    );
  });
});

describe('a FILTER that does not compare', () => {
  it.each(['?flag', 'xsd:boolean(?flag)'])('is refused beside parameters: FILTER(%s)', async (expression) => {
    const bindings = new Map([['flag', stringLiteral('true')]]);
    await expect(ask(`SELECT ?s { ?s ?p ?o FILTER(${expression}) }`, { bindings })).rejects.toThrow(
      'query: in a query with parameters every FILTER must compare',
    );
  });
});

describe('what is no question', () => {
  it.each([
    ['INSERT DATA { ex:a ex:b ex:c }', 'a query asks and changes nothing'],
    ['DELETE WHERE { ?s ?p ?o }', 'a query asks and changes nothing'],
    ['LOAD <http://example.org/>', 'a query asks and changes nothing'],
    [
      'SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }',
      'SERVICE <http://127.0.0.1:9/> is not answered',
    ],
    [
      'SELECT * { FILTER NOT EXISTS { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } } }',
      'SERVICE <http://127.0.0.1:9/> is not answered',
    ],
  ])('%s is refused', async (text, message) => {
    await expect(ask(text)).rejects.toThrow(InputError);
    await expect(ask(text)).rejects.toThrow(message);
  });

  it('an empty text is refused', async () => {
    await expect(runQuery('# nothing but a comment\n', store)).rejects.toThrow('query: the query is empty');
  });
});

describe('a mistake in a query', () => {
  it.each([
    [
      'SELECT * {\n  ?s ?p ?o \n  FILTER(?x > )\n}',
      'x.rq:3:15: unexpected ")"\n3 |   FILTER(?x > )\n                  ^',
    ],
    [
      'SELECT (?a AS ?b { }',
      'x.rq:1:18: unexpected "{"; expected )\n1 | SELECT (?a AS ?b { }\n                     ^',
    ],
    [
      'SELECT * {\n  ?s ?p "abc }',
      'x.rq:2:9: unexpected character ": a text that is not closed?\n2 |   ?s ?p "abc }\n            ^',
    ],
    ['SELECT * { ?s ?p ?o', 'x.rq:1:20: the query breaks off'],
    [
      'SELECT * {\n  ?s foo:p ?o }',
      /^x\.rq:2:6: unknown prefix "foo:"; declare it \(PREFIX foo: <…>\) or use .* dip: .* xsd:\n2 \|   \?s foo:p/u,
    ],
    [
      'SELECT ?x { ?s ?p ?o } GROUP BY ?s',
      'x.rq: this is not a valid query: Variable not allowed in projection',
    ],
    ['SELECT * { BIND(1 AS ?x) BIND(2 AS ?x) }', 'x.rq'],
  ])('%j is shown where it is', async (text, message) => {
    const asked = runQuery(text, store, { origin: 'x.rq' });
    await expect(asked).rejects.toThrow(InputError);
    await expect(asked).rejects.toThrow(message);
  });
});

describe('a long query', () => {
  it('stops where its reader stops', async () => {
    const result = await runQuery('SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }', openExample());
    let rows = 0;
    if (result.kind === 'rows') {
      for await (const row of result.rows) {
        rows += row.size > 0 ? 1 : 0;
        if (rows === 3) break;
      }
    }
    expect(rows).toBe(3);
  });

  it('stops when it is told to', async () => {
    const controller = new AbortController();
    const counted = ask(
      'SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }',
      { signal: controller.signal },
      openExample(),
    );
    setTimeout(() => {
      controller.abort(new InputError('query', 'stopped'));
    }, 20);
    await expect(counted).rejects.toThrow('query: stopped');
  });
});

describe('a plan', () => {
  it('names the operations and the rows that they gave', async () => {
    const plan = await explainQuery('SELECT ?c { ?c a dip:Claim . ?c rdf:reifies ?t }', store);
    expect(plan.carriedOut).toMatch(/project \(c\)[\s\S]*cardReal:2[\s\S]*pattern \(\?c /u);
    expect(plan.rewritten).toContain('?c <http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies> ?t .');
    expect(plan.rewritten).not.toContain('SERVICE');
  });

  it.each([
    ['SELECT ?c { ?c a dip:Claim } LIMIT 1', 'by the index alone, without the engine (cardReal:1)'],
    ['ASK { ?c a dip:Claim }', 'by the index alone, without the engine'],
    ['CONSTRUCT { ?c a dip:Claim } { ?c a dip:Claim } LIMIT 1', 'by the index alone'],
    ['SELECT (MD5(STR(?c)) AS ?key) { ?c a dip:Claim }', 'extend'],
  ])('tells what an index does with %s', async (text, expected) => {
    const plan = await explainQuery(text, openExampleIndex());
    expect(plan.carriedOut).toContain(expected);
    expect(plan.rewritten).toContain('Claim');
  });
});
