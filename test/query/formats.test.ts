import { describe, expect, it } from 'vitest';
import { runQuery } from '../../src/query/engine.ts';
import { writeResult } from '../../src/query/write-result.ts';
import type { ResultFormat } from '../../src/query/write-result.ts';
import { storeOf } from './example-store.ts';

const store = storeOf(`
  ex:a rdfs:label "comma, \\"quote\\"\\nand line" , "Krieg"@de ; ex:n 12 ; ex:t <<( ex:a ex:b "<&>" )>> .`);

async function write(query: string, format: ResultFormat): Promise<string> {
  const result = await runQuery(`PREFIX ex: <https://example.org/> ${query}`, store);
  let text = '';
  for await (const piece of writeResult(result, format)) text += piece;
  return text;
}

const TWO =
  'SELECT ?s ?l ?missing { ?s rdfs:label ?l OPTIONAL { ?s ex:no ?missing } } ORDER BY DESC(STRLEN(?l))';
const TRIPLE = 'SELECT ?t ?n { ex:a ex:t ?t ; ex:n ?n }';

describe('the formats of rows', () => {
  it('CSV gives bare values and ends lines with CR LF', async () => {
    expect(await write(TWO, 'csv')).toBe(
      's,l,missing\r\nhttps://example.org/a,"comma, ""quote""\nand line",\r\nhttps://example.org/a,Krieg,\r\n',
    );
  });

  it('TSV gives terms as Turtle writes them', async () => {
    expect(await write(TWO, 'tsv')).toBe(
      '?s\t?l\t?missing\n<https://example.org/a>\t"comma, \\"quote\\"\\nand line"\t\n<https://example.org/a>\t"Krieg"@de\t\n',
    );
  });

  it('JSON is the W3C form', async () => {
    expect(JSON.parse(await write(TWO, 'json'))).toEqual({
      head: { vars: ['s', 'l', 'missing'] },
      results: {
        bindings: [
          {
            s: { type: 'uri', value: 'https://example.org/a' },
            l: { type: 'literal', value: 'comma, "quote"\nand line' },
          },
          {
            s: { type: 'uri', value: 'https://example.org/a' },
            l: { type: 'literal', value: 'Krieg', 'xml:lang': 'de' },
          },
        ],
      },
    });
  });

  it('JSON and XML hold triple terms', async () => {
    const json: unknown = JSON.parse(await write(TRIPLE, 'json'));
    expect(json).toMatchObject({
      results: {
        bindings: [
          {
            n: { type: 'literal', value: '12', datatype: 'http://www.w3.org/2001/XMLSchema#integer' },
            t: { type: 'triple', value: { object: { type: 'literal', value: '<&>' } } },
          },
        ],
      },
    });
    expect(await write(TRIPLE, 'xml')).toContain(
      '<triple><subject><uri>https://example.org/a</uri></subject><predicate><uri>https://example.org/b</uri></predicate><object><literal>&lt;&amp;&gt;</literal></object></triple>',
    );
  });

  it('XML names variables, languages and datatypes', async () => {
    const xml = await write(TWO, 'xml');
    expect(xml).toContain('<variable name="missing"/>');
    expect(xml).toContain('<literal xml:lang="de">Krieg</literal>');
    expect(xml).toContain('comma, &quot;quote&quot;&#10;and line');
    expect(xml.trimEnd().endsWith('</sparql>')).toBe(true);
  });

  it('JSON lines give one object a row, numbers as numbers', async () => {
    expect(await write('SELECT ?s ?n { ?s ex:n ?n }', 'jsonl')).toBe(
      '{"s":"https://example.org/a","n":12}\n',
    );
  });

  it('Markdown keeps a cell in its cell and shortens names', async () => {
    expect(
      await write(
        'SELECT ?a ?b ?c { VALUES (?a ?b ?c) { (dip:rejects "one | two\\nthree" UNDEF) } }',
        'markdown',
      ),
    ).toBe('| a | b | c |\n| --- | --- | --- |\n| dip:rejects | one \\| two three |  |\n');
  });

  it('an answer without rows is still well-formed', async () => {
    const nothing = 'SELECT ?s { ?s ex:no ?o }';
    expect(JSON.parse(await write(nothing, 'json'))).toEqual({
      head: { vars: ['s'] },
      results: { bindings: [] },
    });
    expect(await write(nothing, 'csv')).toBe('s\r\n');
    expect(await write(nothing, 'jsonl')).toBe('');
  });
});

describe('the formats of yes and no', () => {
  it.each([
    ['csv', 'true\n'],
    ['json', '{"head":{},"boolean":true}\n'],
    ['jsonl', 'true\n'],
  ] as const)('%s', async (format, expected) => {
    expect(await write('ASK { ?s ex:n 12 }', format)).toBe(expected);
  });

  it('xml', async () => {
    expect(await write('ASK { ?s ex:n 13 }', 'xml')).toContain('<boolean>false</boolean>');
  });
});

describe('the formats of graphs', () => {
  it('are those of RDF, sorted', async () => {
    const construct = 'CONSTRUCT { ?s ex:is ?l } { ?s rdfs:label ?l }';
    expect(await write(construct, 'ntriples')).toBe(
      '<https://example.org/a> <https://example.org/is> "Krieg"@de .\n<https://example.org/a> <https://example.org/is> "comma, \\"quote\\"\\nand line" .\n',
    );
  });
});

describe('a format that does not fit', () => {
  it.each([
    [
      'SELECT * { ?s ?p ?o }',
      'turtle',
      'query: the query gives rows, which turtle cannot hold; use table, csv, tsv, json, xml, jsonl, markdown (or ask with CONSTRUCT)',
    ],
    ['ASK {}', 'nquads', 'query: the query gives yes or no, which nquads cannot hold'],
    [
      'CONSTRUCT WHERE { ?s ?p ?o }',
      'csv',
      'query: the query gives a graph, which has no csv form; use trig, turtle, nquads, ntriples or table',
    ],
  ] as const)('%s as %s', async (query, format, message) => {
    await expect(write(query, format)).rejects.toThrow(message);
  });
});
