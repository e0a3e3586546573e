import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openKeptAlgebra } from '../../src/query/kept-algebra.ts';
import { readQueryLibrary } from '../../src/query/library.ts';
import { createQueryParser } from '../../src/query/parsed-queries.ts';
import { PROLOGUE } from '../../src/query/prefixes.ts';
import { readOperation } from '../../src/store/evaluate/read-operation.ts';

function newFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'demarche-algebra-'));
}

const parse = createQueryParser();
const TEXTS = [
  ...readQueryLibrary('queries').map(({ text }) => text),
  'SELECT ?c { ?c rdf:reifies <<( ?a dip:rejects "x"@en )>> FILTER(?a IN (<urn:a>, 1.5, "b"^^<urn:d>)) }',
  'SELECT ?a (COUNT(DISTINCT ?b) AS ?n) { VALUES (?a ?b) { (UNDEF 1) } ?a dip:x+/^dip:y|!dip:z ?b } GROUP BY ?a',
  'SELECT * { ?a ?b "say"@en--ltr OPTIONAL { GRAPH ?g { ?a ?d ?e } } MINUS { ?a a dip:Claim } } ORDER BY DESC(?a) LIMIT 3',
];

describe('kept algebra', () => {
  it.each(TEXTS)('means what was parsed: %s', (text) => {
    const kept = openKeptAlgebra(newFolder());
    const algebra = parse(PROLOGUE + text);
    kept.keep(text, algebra);
    const found = kept.find(text);
    expect(found).toBeDefined();
    expect(readOperation(found)).toEqual(readOperation(algebra));
  });

  it('is of this very text', () => {
    const folder = newFolder();
    const kept = openKeptAlgebra(folder);
    kept.keep('one', { type: 'bgp' });
    const [file = ''] = readdirSync(folder);
    const text = readFileSync(path.join(folder, file), 'utf8');
    writeFileSync(path.join(folder, file), text.replace('one', 'two'));
    expect(kept.find('one')).toBeUndefined();
  });

  it.each(['', '{"text":"one"', '[]', '{"text":"one"}'])('is not believed as %j', (content) => {
    const folder = newFolder();
    const kept = openKeptAlgebra(folder);
    kept.keep('one', { type: 'bgp' });
    for (const file of readdirSync(folder)) writeFileSync(path.join(folder, file), content);
    expect(kept.find('one')).toBeUndefined();
  });

  it('is done without where it cannot be kept', () => {
    const file = path.join(newFolder(), 'file');
    writeFileSync(file, '');
    const kept = openKeptAlgebra(file);
    kept.keep('one', {});
    expect(kept.find('one')).toBeUndefined();
  });
});
