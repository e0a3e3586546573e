import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Quad } from '@rdfjs/types';
import { describe, expect, it } from 'vitest';
import { applyRule, indexTriples } from '../../src/infer/apply-rule.ts';
import { parseInferenceRule } from '../../src/infer/inference-rule.ts';
import type { InferenceRule } from '../../src/infer/inference-rule.ts';
import { InputError } from '../../src/model/input-error.ts';
import { runQuery } from '../../src/query/engine.ts';
import { instancePrefixes } from '../../src/rdf/iris.ts';
import { parseTurtleFamily } from '../../src/rdf/parse-rdf.ts';
import { serialise } from '../../src/rdf/serialise.ts';
import { createClaimStore } from '../../src/store/claim-store.ts';

const FOLDER = 'ontology/rules/inference';
const PROLOGUE = Object.entries({ ...instancePrefixes(), ex: 'https://example.org/' })
  .map(([prefix, iri]) => `PREFIX ${prefix}: <${iri}>\n`)
  .join('');
const RULES = readdirSync(FOLDER).filter((file) => file.endsWith('.rq'));

function readRule(name: string): InferenceRule {
  return parseInferenceRule(name, readFileSync(path.join(FOLDER, `${name}.rq`), 'utf8'));
}

function parse(turtle: string): readonly Quad[] {
  return parseTurtleFamily(PROLOGUE + turtle, { format: 'turtle', where: 'test.ttl' });
}

function write(quads: readonly Quad[]): string {
  return serialise(quads, 'ntriples');
}

/** Cases of each rule: what is there, what follows. */
const CASES: readonly (readonly [rule: string, fact: string, given: string, derived: string])[] = [
  [
    'claim-counts-for-principal',
    'a claim counts for the state whose office its article gives the holder',
    `claim:1 dip:onBehalfOf ex:sweden ; dip:holder ex:jonson ; prov:wasDerivedFrom article:a .
     membership:1 org:member ex:jonson ; org:organization ex:sweden ; prov:wasDerivedFrom article:a .`,
    'claim:1 dip:countsFor ex:sweden .',
  ],
  [
    'claim-counts-for-principal',
    'an office that only another article gives does not count',
    `claim:1 dip:onBehalfOf ex:sweden ; dip:holder ex:jonson ; prov:wasDerivedFrom article:a .
     membership:1 org:member ex:jonson ; org:organization ex:sweden ; prov:wasDerivedFrom article:b .`,
    '',
  ],
  [
    'change-by-turn',
    'Hungary blocks in May and votes for it in July',
    `position:aa dip:heldBy ex:hungary ; dip:towards ex:accession ; dip:heldPolarity -1 ; dip:since "2023-05"^^edtf:EDTF .
     position:bb dip:heldBy ex:hungary ; dip:towards ex:accession ; dip:heldPolarity 1 ; dip:since "2023-07"^^edtf:EDTF ;
       dip:previousPosition position:aa .`,
    `change:bb a dip:PositionChange ; dip:changeBasis dip:TurnOfPolarity ; dip:changedFrom position:aa ;
       dip:changedOn "2023-07"^^edtf:EDTF ; dip:changedTo position:bb ; dip:heldBy ex:hungary ; dip:towards ex:accession .`,
  ],
  [
    'change-stated',
    'a claim says that Ankara no longer opposes',
    `claim:1 dip:changePhrase "no longer opposes" .
     position:aa dip:supportingClaim claim:1 ; dip:heldBy ex:turkey ; dip:towards ex:accession .
     position:bb dip:supportingClaim claim:2 ; dip:heldBy ex:turkey ; dip:towards ex:other .`,
    `change:aa a dip:PositionChange ; dip:changeBasis dip:StatedInText ; dip:changedTo position:aa ;
       dip:heldBy ex:turkey ; dip:statedBy claim:1 ; dip:towards ex:accession .`,
  ],
  [
    'conflict-between-actors',
    'Egypt rejects while Ethiopia insists; a third is of another issue',
    `position:aa dip:heldBy ex:ethiopia ; dip:towards ex:dam ; dip:heldPolarity 1 ; dip:since "2021"^^edtf:EDTF .
     position:bb dip:heldBy ex:egypt ; dip:towards ex:dam ; dip:heldPolarity -1 ; dip:since "2020"^^edtf:EDTF .
     position:cc dip:heldBy ex:sudan ; dip:towards ex:border ; dip:heldPolarity -1 .`,
    `conflict:bb-aa a dip:Conflict ; dip:between position:aa, position:bb ; dip:heldBy ex:egypt, ex:ethiopia ;
       dip:towards ex:dam .`,
  ],
  [
    'conflict-between-actors',
    'who had changed sides before the other began is in no conflict',
    `position:aa dip:heldBy ex:ethiopia ; dip:towards ex:dam ; dip:heldPolarity 1 ; dip:since "2021"^^edtf:EDTF .
     position:bb dip:heldBy ex:egypt ; dip:towards ex:dam ; dip:heldPolarity -1 ; dip:since "2019"^^edtf:EDTF ;
       dip:until "2020"^^edtf:EDTF .`,
    '',
  ],
  [
    'conflict-between-actors',
    'a minister stands behind the state',
    `position:aa dip:heldBy ex:ethiopia ; dip:towards ex:dam ; dip:heldPolarity 1 .
     position:bb dip:heldBy ex:minister ; dip:towards ex:dam ; dip:heldPolarity -1 ; dip:representedBy position:cc .
     position:cc dip:heldBy ex:egypt ; dip:towards ex:dam ; dip:heldPolarity -1 .`,
    `conflict:cc-aa a dip:Conflict ; dip:between position:aa, position:cc ; dip:heldBy ex:egypt, ex:ethiopia ;
       dip:towards ex:dam .`,
  ],
  [
    'conflict-of-reports',
    'one outlet has him accept, the other refuse; a neutral report is no conflict',
    `position:aa dip:heldBy ex:minister ; dip:towards ex:offer ; dip:heldPolarity 1 ; dip:supportingClaim claim:1 ;
       dip:dissentingClaim claim:2, claim:3 .
     claim:2 dip:polarity -1 . claim:3 dip:polarity 0 .`,
    `conflict:aa a dip:Conflict ; dip:between claim:1, claim:2 ; dip:heldBy ex:minister ; dip:towards ex:offer .`,
  ],
  [
    'agreement',
    'two latest positions on one side agree; an abandoned one and a lone one do not',
    `position:aa dip:heldBy ex:chile ; dip:towards ex:treaty ; dip:heldPolarity 1 .
     position:bb dip:heldBy ex:peru ; dip:towards ex:treaty ; dip:heldPolarity 1 .
     position:cc dip:heldBy ex:bolivia ; dip:towards ex:treaty ; dip:heldPolarity 1 ; dip:until "2020"^^edtf:EDTF .
     position:dd dip:heldBy ex:cuba ; dip:towards ex:treaty ; dip:heldPolarity -1 .`,
    `agreement:3c8a3023ba8f6f12 a dip:Agreement ; dip:between position:aa, position:bb ; dip:heldBy ex:chile, ex:peru ;
       dip:heldPolarity 1 ; dip:towards ex:treaty .`,
  ],
];

describe('an inference rule', () => {
  it.each(CASES)('%s: %s', (name, _, given, derived) => {
    expect(write(applyRule(readRule(name), indexTriples(parse(given))))).toBe(write(parse(derived)));
  });

  it.each(CASES)('%s, asked of the query engine: %s', async (name, _, given, derived) => {
    const result = await runQuery(readRule(name).query, createClaimStore(parse(given)));
    if (result.kind !== 'quads') throw new Error('no CONSTRUCT');
    const quads: Quad[] = [];
    for await (const quad of result.quads) quads.push(quad);
    expect(write(quads)).toBe(write(parse(derived)));
  });

  it('is tested file by file', () => {
    const tested = new Set(CASES.map(([name]) => `${name}.rq`));
    expect(RULES.filter((file) => !tested.has(file))).toEqual([]);
  });

  it.each([
    ['CONSTRUCT { ?a dip:x ?b } WHERE { ?a dip:x ?b }', 'has no line "# title'],
    ['# title: t\nCONSTRUCT { ?a dip:x ?b } WHERE { ?a dip:x ?b }', '"# from: claims"'],
    ['# title: t\n# from: claims\nSELECT * WHERE { ?a dip:x ?b }', 'CONSTRUCT { … } WHERE { … }'],
    [
      '# title: t\n# from: claims\nCONSTRUCT { ?a dip:x ?b } WHERE {\n?a dip:x ?b .\nFILTER(REGEX(?b, "x"))\n}',
      'do not know “REGEX”',
    ],
    ['# title: t\n# from: claims\nCONSTRUCT { ?a dip:x ?b } WHERE { ?a dip:x ; ; . }', 'triple patterns'],
  ])('that cannot be read is refused: %s', (query, message) => {
    expect(() => parseInferenceRule('wrong', query)).toThrow(InputError);
    expect(() => parseInferenceRule('wrong', query)).toThrow(message);
  });
});
