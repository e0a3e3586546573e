import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/model/input-error.ts';
import { parseRdf, parseTurtleFamily } from '../../src/rdf/parse-rdf.ts';
import { formatOfFile } from '../../src/rdf/rdf-format.ts';
import type { ReadFormat } from '../../src/rdf/rdf-format.ts';
import { serialise } from '../../src/rdf/serialise.ts';

const SAME_TRIPLE: readonly (readonly [ReadFormat, string])[] = [
  ['turtle', 'PREFIX ex: <http://ex.org/>\nex:a ex:b "c"@en .'],
  ['trig', '@prefix ex: <http://ex.org/> .\n{ ex:a ex:b "c"@en }'],
  ['ntriples', '<http://ex.org/a> <http://ex.org/b> "c"@en .'],
  ['nquads', '<http://ex.org/a> <http://ex.org/b> "c"@en .'],
  [
    'rdfxml',
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:ex="http://ex.org/">
      <rdf:Description rdf:about="http://ex.org/a"><ex:b xml:lang="en">c</ex:b></rdf:Description></rdf:RDF>`,
  ],
];

describe('parsing RDF', () => {
  it.each(SAME_TRIPLE)('reads %s', async (format, text) => {
    const quads = await parseRdf(text, { format, where: 'file' });
    expect(serialise(quads, 'nquads')).toBe('<http://ex.org/a> <http://ex.org/b> "c"@en .\n');
  });

  it.each([
    ['graph.trig', 'trig'],
    ['A/ISSUES.TTL', 'turtle'],
    ['x.nq', 'nquads'],
    ['x.nt', 'ntriples'],
    ['x.rdf', 'rdfxml'],
    ['x.csv', undefined],
    ['trig', undefined],
  ])('knows %s as %s', (file, format) => {
    expect(formatOfFile(file)).toBe(format);
  });

  it.each<readonly [ReadFormat, string, RegExp]>([
    ['turtle', '\nex:a ex:b 1 .', /^issues\.ttl:2: the prefix "ex:" is not declared/u],
    ['turtle', '<http://a> <http://b>\n\n"open .', /^issues\.ttl:3: not readable: unexpected/u],
    ['ntriples', '<http://a> <http://b> <http://c> .\n<http://a> .', /^issues\.ttl:2: not readable/u],
    ['trig', '<http://g> { <http://a> <http://b> <http://c>', /^issues\.ttl:1: not readable/u],
    ['rdfxml', '<a>\n<b></a>', /^issues\.ttl:2: not readable as RDF\/XML/u],
  ])('says where %s is broken', async (format, text, message) => {
    const failure = await parseRdf(text, { format, where: 'issues.ttl' }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(InputError);
    expect(String(failure).replace('InputError: ', '')).toMatch(message);
  });

  it('does not hand a binary file’s control characters on to the terminal', () => {
    expect(() => parseTurtleFamily('\u001B[31m\u0007', { format: 'turtle', where: 'x.ttl' })).toThrow(
      /^x\.ttl:1: not readable: \P{Cc}+$/u,
    );
  });

  it('reads a file that begins with a byte order mark', () => {
    expect(
      parseTurtleFamily('\uFEFF<http://a> a <http://b> .', { format: 'turtle', where: 'x' }),
    ).toHaveLength(1);
  });
});
