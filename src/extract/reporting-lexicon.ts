import type { CueKind } from '../model/attribution.ts';
import { InputError } from '../model/input-error.ts';

const WORD_CLASSES = ['verb', 'noun', 'adjective'] as const;
const ENTRY_KINDS = ['speech', 'attitude', 'act', 'noun'] as const;

/** The word class of a reporting word. */
export type ReportingClass = (typeof WORD_CLASSES)[number];

/** A word that reports speech, thought or action. */
export interface ReportingEntry {
  /** `say`, `rule out`, `call for`. */
  readonly lemma: string;
  readonly wordClass: ReportingClass;
  readonly kind: CueKind;
  /** Probability that the word, with a complement that it allows, is the cue of an attribution. */
  readonly weight: number;
  /** `that`, `to`, `obj-to`, `obj`, `noun`, `obl:for` … */
  readonly complements: ReadonlySet<string>;
}

/** The words that report, by class and lemma. */
export interface ReportingLexicon {
  /** Lemma (with its particles) to entries, one for each kind of use. */
  readonly entries: Readonly<Record<ReportingClass, ReadonlyMap<string, ReportingEntry>>>;
}

const COMPLEMENT = /^(?:that|that-only|to|obj-(?:to|for|as)|obj|noun|obl:[a-z]+)$/u;

function memberOf<Member extends string>(
  members: readonly Member[],
  value: string | undefined,
): Member | undefined {
  return members.find((member) => member === value);
}

function parseLine(line: string, where: string): ReportingEntry {
  const [lemma = '', wordClassName, kindName, weightText = '', complementText = ''] = line.split('\t');
  const wordClass = memberOf(WORD_CLASSES, wordClassName);
  const kind = memberOf(ENTRY_KINDS, kindName);
  const weight = Number(weightText);
  const complements = complementText.split(',');
  if (lemma === '') throw new InputError(where, 'the lemma is empty');
  if (wordClass === undefined) {
    throw new InputError(where, `unknown class "${wordClassName ?? ''}"; use ${WORD_CLASSES.join(', ')}`);
  }
  if (kind === undefined) {
    throw new InputError(where, `unknown kind "${kindName ?? ''}"; use ${ENTRY_KINDS.join(', ')}`);
  }
  if (weightText === '' || !(weight >= 0 && weight <= 1)) {
    throw new InputError(where, `weight "${weightText}" is not a number from 0 to 1`);
  }
  const unknown = complements.find((complement) => !COMPLEMENT.test(complement));
  if (unknown !== undefined) {
    throw new InputError(
      where,
      `unknown complement "${unknown}"; use that, that-only, to, obj-to, obj-for, obj-as, obj, noun or obl:PREPOSITION`,
    );
  }
  return { lemma, wordClass, kind, weight, complements: new Set(complements) };
}

/** Reads `data/lexicon/reporting.tsv`; an `InputError` names the file and line of what is wrong. */
export function parseReportingLexicon(contents: string, fileName: string): ReportingLexicon {
  const entries = {
    verb: new Map<string, ReportingEntry>(),
    noun: new Map<string, ReportingEntry>(),
    adjective: new Map<string, ReportingEntry>(),
  };
  contents.split(/\r?\n/u).forEach((line, index) => {
    if (line.startsWith('#') || line.trim() === '' || line.startsWith('lemma\t')) return;
    const where = `${fileName}:${index + 1}`;
    const entry = parseLine(line, where);
    const known = entries[entry.wordClass];
    if (known.has(entry.lemma)) {
      throw new InputError(where, `the ${entry.wordClass} "${entry.lemma}" is there twice`);
    }
    known.set(entry.lemma, entry);
  });
  return { entries };
}
