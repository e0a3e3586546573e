import type { Token } from '../../model/annotated-text.ts';
import type { CueKind } from '../../model/attribution.ts';
import type { Finding } from '../finding.ts';
import { matchEntry } from '../find-verb-cues.ts';
import { readVerbGroup } from '../verb-group.ts';
import { hashText } from '../../learn/hash-features.ts';
import type { LabelledCue } from './label-attributions.ts';
import { classesOf } from './lexical-classes.ts';
import type { ModelReading } from './reading.ts';
import { findRuled } from './rule-view.ts';

/** What a finding says of its cue. */
export type CueDescription = Pick<Finding, 'cue' | 'cueToken' | 'cueLemma' | 'cueKind' | 'negated'>;

/** The cue with its auxiliaries and particle, as the rules describe it where they found it as well. */
export function describeCue(reading: ModelReading, { token: index, core }: LabelledCue): CueDescription {
  const { text, rules, lexicons } = reading;
  const ruled = findRuled(rules, core);
  if (ruled !== undefined) {
    const { cueToken, cueLemma, cueKind, negated } = ruled.attribution;
    return { cue: ruled.cue, cueToken, ...(cueLemma === undefined ? {} : { cueLemma }), cueKind, negated };
  }
  const token = text.tokens[index];
  if (token === undefined || core.end - core.first > 1) {
    return {
      cue: [core],
      cueToken: index,
      cueLemma: 'according to',
      cueKind: 'according-to',
      negated: false,
    };
  }
  const lemma = token.lemma.toLowerCase();
  if (!token.xpos.startsWith('VB')) {
    const entries = token.xpos.startsWith('N')
      ? lexicons.reporting.entries.noun
      : lexicons.reporting.entries.adjective;
    const kind = token.xpos.startsWith('N') ? 'noun' : 'attitude';
    const cueLemma = entries.get(lemma)?.lemma ?? lemma;
    return { cue: [core], cueToken: index, cueLemma, cueKind: kind, negated: false };
  }
  const match = matchEntry(text, lexicons.reporting.entries.verb, lemma, index);
  const { range, negated } = readVerbGroup(text, token, match?.end ?? index + 1);
  const particle = match === undefined ? text.tokens.slice(index + 1, range.end).map(({ form }) => form) : [];
  return {
    cue: [range],
    cueToken: index,
    cueLemma: match?.entry.lemma ?? [lemma, ...particle].join(' '),
    cueKind: match?.entry.kind ?? kindOf(reading, token),
    negated,
  };
}

/** Signs that a verb is rather one of thought and feeling than of speech. */
const ATTITUDES = new Set(['w1:cog', 'w1:emo', 'fopin:+', 'fwant:+', 'femo:+'].map(hashText));

function kindOf(reading: ModelReading, token: Token): CueKind {
  return classesOf(reading.lexicons.classes, token).some((name) => ATTITUDES.has(name))
    ? 'attitude'
    : 'speech';
}
