import { describe, expect, it } from 'vitest';
import type { Attribution } from '../../src/model/attribution.ts';
import type { Claim } from '../../src/model/claim.ts';
import { takePositions } from '../../src/position/take-positions.ts';
import { drawAttribution, drawLinked, drawText } from './build-text.ts';
import { LEXICON, bareIssue } from './settings.ts';

const ISSUES = [
  bareIssue('finland-nato', 'Finland becomes a member of NATO'),
  bareIssue('belarus-sanctions', 'The European Union imposes sanctions on Belarus'),
  bareIssue('kenya-haiti', 'Kenya sends police officers to Haiti'),
];

interface Drawn {
  readonly sentences: readonly string[];
  readonly parts: { readonly source: string; readonly cue: string; readonly content: string };
  readonly names: readonly string[];
  readonly more?: Partial<Attribution>;
}

function claimsOf({ sentences, parts, names, more = {} }: Drawn): readonly Claim[] {
  const text = drawText(sentences);
  return takePositions(drawLinked(text, [drawAttribution(text, parts, more)], names), {
    issues: ISSUES,
    lexicon: LEXICON,
  });
}

const NATO_NAMES = ['Hungary', 'Finland', 'NATO'];

/** Hand-drawn trees, so that nothing but the composition is under test. */
const TABLE: readonly (readonly [string, Drawn, Partial<Claim>])[] = [
  [
    'an opponent',
    {
      sentences: [
        'Hungary/PROPN/2/nsubj opposes/VERB/0/root/oppose Finland/PROPN/6/nmod:poss ’s/PART/3/case NATO/PROPN/6/compound membership/NOUN/2/obj',
      ],
      parts: { source: 'Hungary', cue: 'opposes', content: 'Finland ’s NATO membership' },
      names: NATO_NAMES,
      more: { cueLemma: 'oppose', cueKind: 'attitude' },
    },
    { holder: 'e1', issue: 'finland-nato', stance: 'rejects' },
  ],
  [
    'an opponent no longer',
    {
      sentences: [
        'Hungary/PROPN/4/nsubj no/DET/3/advmod longer/ADV/4/advmod opposes/VERB/0/root/oppose Finland/PROPN/8/nmod:poss ’s/PART/5/case NATO/PROPN/8/compound membership/NOUN/4/obj',
      ],
      parts: { source: 'Hungary', cue: 'opposes', content: 'Finland ’s NATO membership' },
      names: NATO_NAMES,
      more: { cueLemma: 'oppose', cueKind: 'attitude', negated: true },
    },
    { holder: 'e1', issue: 'finland-nato', stance: 'asserts' },
  ],
  [
    'a refusal to rule out',
    {
      sentences: [
        'Hungary/PROPN/2/nsubj refused/VERB/0/root/refuse to/PART/4/mark rule/VERB/2/xcomp out/ADP/4/compound:prt Finland/PROPN/9/nmod:poss ’s/PART/6/case NATO/PROPN/9/compound membership/NOUN/4/obj',
      ],
      parts: { source: 'Hungary', cue: 'refused', content: 'to rule out Finland ’s NATO membership' },
      names: NATO_NAMES,
      more: { cueLemma: 'refuse' },
    },
    { holder: 'e1', issue: 'finland-nato', stance: 'asserts' },
  ],
  [
    'a denial of opposition',
    {
      sentences: [
        'Hungary/PROPN/2/nsubj denied/VERB/0/root/deny that/SCONJ/5/mark it/PRON/5/nsubj opposes/VERB/2/ccomp/oppose Finland/PROPN/9/nmod:poss ’s/PART/6/case NATO/PROPN/9/compound membership/NOUN/5/obj',
      ],
      parts: { source: 'Hungary', cue: 'denied', content: 'it opposes Finland ’s NATO membership' },
      names: NATO_NAMES,
      more: { cueLemma: 'deny' },
    },
    { holder: 'e1', issue: 'finland-nato', stance: 'asserts' },
  ],
  [
    'somebody else’s disbelief',
    {
      sentences: [
        'Hungary/PROPN/2/nsubj said/VERB/0/root/say Turkey/PROPN/6/nsubj does/AUX/6/aux/do not/PART/6/advmod believe/VERB/2/ccomp that/SCONJ/13/mark Finland/PROPN/10/nmod NATO/PROPN/10/compound membership/NOUN/13/nsubj is/AUX/13/cop/be a/DET/13/det goal/NOUN/6/ccomp',
      ],
      parts: {
        source: 'Hungary',
        cue: 'said',
        content: 'Turkey does not believe that Finland NATO membership is a goal',
      },
      names: ['Hungary', 'Turkey', 'Finland', 'NATO'],
      more: { cueLemma: 'say' },
    },
    { speaker: 'e1', holder: 'e2', issue: 'finland-nato', stance: 'rejects' },
  ],
  [
    'something unlikely',
    {
      sentences: [
        'Hungary/PROPN/2/nsubj said/VERB/0/root/say Finland/PROPN/5/nsubj is/AUX/5/cop/be unlikely/ADJ/2/ccomp to/PART/7/mark join/VERB/5/xcomp NATO/PROPN/7/obj',
      ],
      parts: { source: 'Hungary', cue: 'said', content: 'Finland is unlikely to join NATO' },
      names: NATO_NAMES,
      more: { cueLemma: 'say' },
    },
    { holder: 'e1', issue: 'finland-nato', stance: 'doubts', certainty: 'probable' },
  ],
  [
    'the lifting of what the issue imposes',
    {
      sentences: [
        'Poland/PROPN/2/nsubj urged/VERB/0/root/urge the/DET/5/det European/PROPN/5/compound Union/PROPN/2/obj not/PART/8/advmod to/PART/8/mark lift/VERB/2/xcomp sanctions/NOUN/8/obj/sanction on/ADP/11/case Belarus/PROPN/9/nmod',
      ],
      parts: {
        source: 'Poland',
        cue: 'urged',
        content: 'the European Union not to lift sanctions on Belarus',
      },
      names: ['Poland', 'European Union', 'Belarus'],
      more: { cueLemma: 'urge' },
    },
    { holder: 'e1', issue: 'belarus-sanctions', stance: 'requests' },
  ],
  [
    'an answer to the heading',
    {
      sentences: [
        'Will/AUX/3/aux Finland/PROPN/3/nsubj join/VERB/0/root NATO/PROPN/3/obj ?/PUNCT/3/punct',
        'According/VERB/3/case to/ADP/1/fixed Hungary/PROPN/5/obl ,/PUNCT/3/punct no/INTJ/0/root ./PUNCT/5/punct',
      ],
      parts: { source: 'Hungary', cue: 'According to', content: 'no' },
      names: ['Finland', 'NATO', 'Hungary'],
      more: { cueLemma: 'according to', cueKind: 'according-to' },
    },
    { holder: 'e3', issue: 'finland-nato', stance: 'rejects' },
  ],
  [
    'a rejection that leaves its object out',
    {
      sentences: [
        'Finland/PROPN/2/nsubj suggested/VERB/0/root/suggest NATO/PROPN/4/compound membership/NOUN/2/obj ./PUNCT/2/punct',
        'Hungary/PROPN/2/nsubj rejected/VERB/0/root/reject it/PRON/2/obj as/ADP/5/case impossible/ADJ/2/obl ./PUNCT/2/punct',
      ],
      parts: { source: 'Hungary', cue: 'rejected', content: 'it as impossible' },
      names: NATO_NAMES,
      more: { cueLemma: 'reject' },
    },
    { holder: 'e1', issue: 'finland-nato', stance: 'rejects' },
  ],
  [
    'an imaginary goal that prolongs the war',
    {
      sentences: [
        'Hungary/PROPN/2/nsubj said/VERB/0/root/say the/DET/5/det imaginary/ADJ/5/amod goal/NOUN/10/nsubj of/ADP/9/case Finland/PROPN/9/nmod:poss NATO/PROPN/9/compound membership/NOUN/5/nmod prolongs/VERB/2/ccomp/prolong the/DET/12/det war/NOUN/10/obj',
      ],
      parts: {
        source: 'Hungary',
        cue: 'said',
        content: 'the imaginary goal of Finland NATO membership prolongs the war',
      },
      names: NATO_NAMES,
      more: { cueLemma: 'say' },
    },
    { holder: 'e1', issue: 'finland-nato', stance: 'rejects' },
  ],
  [
    'another country’s membership',
    {
      sentences: [
        'Hungary/PROPN/2/nsubj opposes/VERB/0/root/oppose Georgia/PROPN/6/nmod:poss ’s/PART/3/case NATO/PROPN/6/compound membership/NOUN/2/obj',
      ],
      parts: { source: 'Hungary', cue: 'opposes', content: 'Georgia ’s NATO membership' },
      names: ['Hungary', 'Georgia', 'NATO'],
      more: { cueLemma: 'oppose', cueKind: 'attitude' },
    },
    { holder: 'e1', stance: 'rejects' },
  ],
];

describe('takePositions', () => {
  it.each(TABLE)('reads %s', (_, drawn, expected) => {
    const [claim] = claimsOf(drawn);
    expect(claim).toMatchObject(expected);
  });

  it('gives no issue about Finland to words about Georgia', () => {
    const [, drawn] = TABLE.find(([name]) => name === 'another country’s membership') ?? [];
    const claims = drawn === undefined ? [] : claimsOf(drawn);
    expect(claims.map(({ issue }) => issue)).toEqual([undefined]);
  });

  it('marks the issue of an answer as taken from the sentence before', () => {
    const [, drawn] = TABLE.find(([name]) => name === 'an answer to the heading') ?? [];
    const [claim] = drawn === undefined ? [] : claimsOf(drawn);
    expect(claim?.antecedent).toEqual({ start: 0, end: 24 });
  });
});
