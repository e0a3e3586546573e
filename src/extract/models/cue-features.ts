import { finishHash, hashText, mixHash } from '../../learn/hash-features.ts';
import type { Sentence } from '../../model/annotated-text.ts';
import { classesOf } from './lexical-classes.ts';
import { ATOM, templates } from './cue-templates.ts';
import type { ModelReading } from './reading.ts';
import type { SequenceReader } from './sequence-reader.ts';
import { NOTHING } from './token-columns.ts';

const MOST_FEATURES = templates.count + 160;

/** The relations whose presence makes up a cue’s pattern of complements. */
const COMPLEMENTS = [
  'ccomp',
  'xcomp',
  'obj',
  'parataxis',
  'nsubj',
  'nsubj:pass',
  'obl',
  'mark',
  'advcl',
  'obl:agent',
];
const bitOfComplement = new Map(COMPLEMENTS.map((relation, index) => [hashText(relation), 1 << index]));

const CLAUSE = hashText('ccomp');
const SUBJECT = hashText('nsubj');
const PASSIVE_SUBJECT = hashText('nsubj:pass');
const THAT = hashText('that');
const BY_RELATION = ['child lemma', 'child tag', 'child tag lemma'].map(hashText);
const BY_CLASS = ['class', 'class tag', 'class clause', 'class rule', 'class relation', 'class near'].map(
  hashText,
);
const NOMINAL = new Set(['NN', 'NNS', 'NNP', 'NNPS', 'PRP', 'WP'].map(hashText));
const VERBAL = new Set(['VB', 'VBD', 'VBG', 'VBN', 'VBP', 'VBZ'].map(hashText));
const COLON = hashText(':');
const NEAR = 6;

/** Reads the features of a sentence’s candidates for the cue tagger. */
export class CueReader implements SequenceReader {
  readonly length: number;
  readonly features = new Uint32Array(MOST_FEATURES);
  readonly #reading: ModelReading;
  readonly #sentence: Sentence;
  readonly #candidates: Int32Array;
  readonly #atoms = new Int32Array(Object.keys(ATOM).length);
  #count = 0;

  constructor(reading: ModelReading, sentence: Sentence, candidates: Int32Array) {
    this.#reading = reading;
    this.#sentence = sentence;
    this.#candidates = candidates;
    this.length = candidates.length;
  }

  read(place: number): number {
    const index = this.#candidates[place] ?? 0;
    this.#readWord(index);
    this.#readQuotations(index);
    this.#count = templates.count;
    this.#readDependents(index);
    this.#readRules(index);
    templates.fill(this.#atoms, this.features);
    this.#readClasses(index);
    return this.#count;
  }

  #at(column: Int32Array, index: number): number {
    const { firstToken, endToken } = this.#sentence;
    return index >= firstToken && index < endToken ? (column[index] ?? NOTHING) : NOTHING;
  }

  #readWord(index: number): void {
    const atoms = this.#atoms;
    const { columns, text } = this.#reading;
    const { firstToken, endToken, block } = this.#sentence;
    const { lemma, tag } = columns;
    atoms[ATOM.always] = 1;
    atoms[ATOM.lower] = columns.lower[index] ?? 0;
    atoms[ATOM.lemma] = lemma[index] ?? 0;
    atoms[ATOM.tag] = tag[index] ?? 0;
    atoms[ATOM.suffix3] = columns.suffix3[index] ?? 0;
    atoms[ATOM.suffix4] = columns.suffix4[index] ?? 0;
    atoms[ATOM.prefix4] = columns.prefix4[index] ?? 0;
    atoms[ATOM.capitals] = columns.capitals[index] ?? 0;
    atoms[ATOM['lemma-2']] = this.#at(lemma, index - 2);
    atoms[ATOM['lemma-1']] = this.#at(lemma, index - 1);
    atoms[ATOM['lemma+1']] = this.#at(lemma, index + 1);
    atoms[ATOM['lemma+2']] = this.#at(lemma, index + 2);
    atoms[ATOM['tag-2']] = this.#at(tag, index - 2);
    atoms[ATOM['tag-1']] = this.#at(tag, index - 1);
    atoms[ATOM['tag+1']] = this.#at(tag, index + 1);
    atoms[ATOM['tag+2']] = this.#at(tag, index + 2);
    let edge = 0;
    if (index === firstToken) edge = 1;
    else if (index === firstToken + 1) edge = 2;
    else if (index === endToken - 1) edge = 3;
    atoms[ATOM.edge] = edge;
    atoms[ATOM.block] = text.blocks[block]?.kind === 'paragraph' ? 0 : 1;
    const head = columns.head[index] ?? -1;
    atoms[ATOM.relation] = columns.relation[index] ?? 0;
    atoms[ATOM.headLemma] = head < 0 ? NOTHING : (lemma[head] ?? NOTHING);
    atoms[ATOM.headTag] = head < 0 ? NOTHING : (tag[head] ?? NOTHING);
    atoms[ATOM.nominal] = this.#nominalBefore(index);
  }

  /** The tag of the nearest noun or pronoun before, as far as no other verb stands between. */
  #nominalBefore(index: number): number {
    const { tag } = this.#reading.columns;
    for (let before = index - 1; before >= Math.max(this.#sentence.firstToken, index - NEAR); before -= 1) {
      const found = tag[before] ?? 0;
      if (NOMINAL.has(found)) return found;
      if (VERBAL.has(found) && before < index - 2) break;
    }
    return NOTHING;
  }

  #readQuotations(index: number): void {
    const atoms = this.#atoms;
    const { mark, quotation, lower } = this.#reading.columns;
    const { firstToken, endToken } = this.#sentence;
    const marked = (at: number): number => (at >= firstToken && at < endToken ? (mark[at] ?? 0) : 0);
    let near = 0;
    for (let distance = 1; distance <= NEAR; distance += 1) {
      if (marked(index - distance) === 1) near |= 1;
      if (marked(index + distance) === 1) near |= 2;
    }
    const after =
      marked(index + 1) === 1 || (this.#at(lower, index + 1) === COLON && marked(index + 2) === 1);
    atoms[ATOM.quoted] = (quotation[index] ?? -1) >= 0 ? 1 : 0;
    atoms[ATOM.beside] = marked(index - 1) + (after ? 2 : 0);
    atoms[ATOM.near] = near;
  }

  #readDependents(index: number): void {
    const atoms = this.#atoms;
    const { text, columns } = this.#reading;
    const { relation, tag, lemma, quotation } = columns;
    let complements = 0;
    let clause = 0;
    let subjectTag = NOTHING;
    let subjectLemma = NOTHING;
    for (const child of text.tokens[index]?.children ?? []) {
      const link = relation[child] ?? 0;
      if (link === SUBJECT || link === PASSIVE_SUBJECT) {
        subjectTag = tag[child] ?? NOTHING;
        subjectLemma = lemma[child] ?? NOTHING;
      }
      complements |= bitOfComplement.get(link) ?? 0;
      if (link === CLAUSE) {
        clause = (quotation[child] ?? -1) >= 0 ? 2 : 1;
        if (text.tokens[child]?.children.some((under) => lemma[under] === THAT) === true) clause = 3;
      }
      if (this.#count > MOST_FEATURES - 80) continue;
      this.#push(mixHash(mixHash(BY_RELATION[0] ?? 0, link), lemma[index] ?? 0));
      this.#push(mixHash(mixHash(BY_RELATION[1] ?? 0, link), tag[index] ?? 0));
      this.#push(mixHash(mixHash(mixHash(BY_RELATION[2] ?? 0, link), tag[index] ?? 0), lemma[child] ?? 0));
    }
    atoms[ATOM.complements] = complements;
    atoms[ATOM.clause] = clause;
    atoms[ATOM.subjectTag] = subjectTag;
    atoms[ATOM.subjectLemma] = subjectLemma;
    atoms[ATOM.siblingClause] = columns.governsClause[columns.head[index] ?? -1] ?? 0;
  }

  #readRules(index: number): void {
    const atoms = this.#atoms;
    const { rules, columns, lexicons, text } = this.#reading;
    const finding = rules.findings[rules.findingOfCue[index] ?? -1];
    const inside = (rules.inContent[index] ?? 0) > (finding?.size ?? 0) ? 1 : 0;
    let rule = (rules.inCue[index] ?? 0) + inside * 2;
    let side = 0;
    if (finding !== undefined) {
      rule = 4 + (finding.source.length > 0 ? 1 : 0) + (finding.size > 3 ? 2 : 0) + inside * 4;
      const [first] = finding.content;
      side = first !== undefined && first.first < index ? 1 : 2;
      if (first !== undefined && (columns.quotation[first.first] ?? -1) >= 0) side += 2;
    }
    atoms[ATOM.rule] = rule;
    atoms[ATOM.ruleSide] = side;
    const lemma = text.tokens[index]?.lemma ?? '';
    const { verb, noun, adjective } = lexicons.reporting.entries;
    const initial = text.tokens[index]?.xpos[0] ?? '';
    const listed =
      initial === 'V' ? verb.get(lemma) : initial === 'N' ? noun.get(lemma) : adjective.get(lemma);
    atoms[ATOM.lexicon] = listed === undefined ? 0 : 1 + Math.floor(listed.weight * 4);
  }

  #readClasses(index: number): void {
    const { columns, lexicons, text } = this.#reading;
    const token = text.tokens[index];
    if (token === undefined) return;
    const atoms = this.#atoms;
    const clause = (atoms[ATOM.clause] ?? 0) * 2 + (atoms[ATOM.subjectTag] === NOTHING ? 0 : 1);
    const ruled = (atoms[ATOM.rule] ?? 0) * 2 + (atoms[ATOM.quoted] ?? 0);
    for (const name of classesOf(lexicons.classes, token)) {
      if (this.#count > MOST_FEATURES - 8) break;
      this.#push(mixHash(BY_CLASS[0] ?? 0, name));
      this.#push(mixHash(mixHash(BY_CLASS[1] ?? 0, name), columns.tag[index] ?? 0));
      this.#push(mixHash(mixHash(BY_CLASS[2] ?? 0, name), clause));
      this.#push(mixHash(mixHash(BY_CLASS[3] ?? 0, name), ruled));
      this.#push(mixHash(mixHash(BY_CLASS[4] ?? 0, name), columns.relation[index] ?? 0));
      this.#push(mixHash(mixHash(BY_CLASS[5] ?? 0, name), atoms[ATOM.near] ?? 0));
    }
  }

  #push(hash: number): void {
    this.features[this.#count] = finishHash(hash);
    this.#count += 1;
  }
}
