import { readFileSync } from 'node:fs';
import type { Issue } from '../../src/model/issue.ts';
import { mergeStanceLexicons, parseStanceLexicon } from '../../src/position/stance-lexicon.ts';

const FILES = [
  'stance-attitudes',
  'stance-evaluations',
  'predicates',
  'place-names',
  'word-rarity',
  'claim-reliability',
];

/** The lexicon as it is shipped. */
export const LEXICON = mergeStanceLexicons(
  FILES.map((name) => {
    const file = `data/lexicon/${name}.tsv`;
    return parseStanceLexicon(readFileSync(file, 'utf8'), file);
  }),
);

/** An issue with nothing but a proposition. */
export function bareIssue(id: string, proposition: string, kind: Issue['kind'] = 'policy'): Issue {
  return {
    id,
    iri: `https://w3id.org/demarche/issue/${id}`,
    label: id,
    proposition,
    alternatives: [],
    kind,
    patterns: [],
    blockers: [],
  };
}
