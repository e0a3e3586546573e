import { finishHash, hashText, mixHash } from '../../learn/hash-features.ts';
import type { TokenRange } from '../token-range.ts';
import { ELSEWHERE, readPaths } from './cue-paths.ts';
import type { CuePaths } from './cue-paths.ts';
import { classesOf } from './lexical-classes.ts';
import { ATOM, templates } from './argument-templates.ts';
import type { ModelReading } from './reading.ts';
import { findRuled } from './rule-view.ts';
import type { SequenceReader } from './sequence-reader.ts';
import { NOTHING } from './token-columns.ts';

const MOST_CLASSES = 8;
const BY_CLASS = ['class tag', 'class relation', 'class rule'].map(hashText);
const ALWAYS_CUE = finishHash(hashText('cue'));

const SUBJECT_ELSEWHERE = hashText('elsewhere');
const CUE_ITSELF = hashText('above or cue');
const PASSIVE = hashText('aux:pass');
const COMMA = hashText(',');
const PAUSES = new Set([',', ';', ':'].map(hashText));
const COLON = hashText(':');
const THAT = hashText('that');
const VERBAL = new Set(['VB', 'VBD', 'VBG', 'VBN', 'VBP', 'VBZ', 'MD'].map(hashText));
const NOMINAL_OPENING = new Set(['NN', 'NNS', 'NNP', 'NNPS', 'PRP', 'PRP$', 'DT'].map(hashText));

const OUTSIDE = 3;
const UNRULED = 4;

/** Reads the features of a cue’s window for the labeller of source and content. */
export class ArgumentReader implements SequenceReader {
  readonly length: number;
  readonly features = new Uint32Array(templates.count + 3 * MOST_CLASSES);
  readonly #reading: ModelReading;
  readonly #cue: TokenRange;
  readonly #window: TokenRange;
  readonly #paths: CuePaths;
  /** For each place what the rules make of it: 0 nothing, 1 source, 2 content. */
  readonly #ruled: Uint8Array;
  readonly #classes: Int32Array;
  readonly #verbs: Int32Array;
  readonly #pauses: Int32Array;
  readonly #pathHashes: Int32Array;
  readonly #atoms = new Int32Array(Object.keys(ATOM).length);

  constructor(reading: ModelReading, cue: TokenRange, window: TokenRange) {
    const { columns, lexicons, text } = reading;
    this.length = window.end - window.first;
    this.#reading = reading;
    this.#cue = cue;
    this.#window = window;
    this.#paths = readPaths(columns, cue.first, window);
    this.#ruled = this.#readRuled();
    const token = text.tokens[cue.first];
    this.#classes = token === undefined ? new Int32Array(0) : classesOf(lexicons.classes, token);
    this.#verbs = countUpTo(columns.tag, VERBAL, window);
    this.#pauses = countUpTo(columns.lower, PAUSES, window);
    this.#pathHashes = new Int32Array(this.length);
    for (let place = 0; place < this.length; place += 1) this.#pathHashes[place] = this.#hashPath(place);
    this.#describeCue();
  }

  read(place: number): number {
    const index = this.#window.first + place;
    if (index >= this.#cue.first && index < this.#cue.end) {
      this.features[0] = ALWAYS_CUE;
      return 1;
    }
    const side = index < this.#cue.first ? 1 : 2;
    this.#readWord(index, side);
    this.#readQuotations(index);
    this.#readGap(index);
    this.#readPath(place, index);
    this.#readRules(place);
    templates.fill(this.#atoms, this.features);
    return this.#readClasses(index, side);
  }

  #readRuled(): Uint8Array {
    const finding = findRuled(this.#reading.rules, this.#cue);
    const ruled = new Uint8Array(this.length);
    if (finding === undefined) return ruled.fill(UNRULED);
    const { first, end } = this.#window;
    for (const [label, ranges] of [
      [1, finding.source],
      [2, finding.content],
    ] as const) {
      for (const range of ranges) {
        if (range.first >= end || range.end <= first) continue;
        ruled.fill(label, Math.max(0, range.first - first), Math.min(end, range.end) - first);
      }
    }
    return ruled;
  }

  /** What stays the same for the whole window. */
  #describeCue(): void {
    const { columns, text } = this.#reading;
    const { first, end } = this.#cue;
    const atoms = this.#atoms;
    const { mark, lower, tag, lemma, quotation, relation } = columns;
    let context = 0;
    if (mark[first - 1] === 1) context = 1;
    else if (lower[first - 1] === COMMA) context = 2;
    if (mark[end] === 1) context += 10;
    else if (lower[end] === COMMA) context += 20;
    else if (lower[end] === COLON) context += 30;
    else if (lower[end] === THAT) context += 40;
    else if (NOMINAL_OPENING.has(tag[end] ?? 0)) context += 50;
    atoms[ATOM.always] = 1;
    atoms[ATOM.context] = context;
    atoms[ATOM.cueLemma] = lemma[first] ?? 0;
    atoms[ATOM.cueTag] = tag[first] ?? 0;
    atoms[ATOM.cueQuoted] = (quotation[first] ?? -1) >= 0 ? 1 : 0;
    const children = text.tokens[first]?.children ?? [];
    atoms[ATOM.passive] = children.some((child) => relation[child] === PASSIVE) ? 1 : 0;
    let quoted = 0;
    for (let index = this.#window.first; index < this.#window.end; index += 1) quoted |= mark[index] ?? 0;
    atoms[ATOM.hasQuotation] = quoted;
  }

  #at(column: Int32Array, index: number): number {
    return index >= this.#window.first && index < this.#window.end ? (column[index] ?? NOTHING) : NOTHING;
  }

  #readWord(index: number, side: number): void {
    const { columns } = this.#reading;
    const { lemma, tag, head, relation } = columns;
    const { first, end } = this.#cue;
    const atoms = this.#atoms;
    const distance = side === 1 ? first - index : index - end + 1;
    atoms[ATOM.side] = side;
    atoms[ATOM.distance] = side * 16 + bucketOf(distance);
    atoms[ATOM.lemma] = lemma[index] ?? 0;
    atoms[ATOM.tag] = tag[index] ?? 0;
    atoms[ATOM.relation] = relation[index] ?? 0;
    atoms[ATOM.capitals] = columns.capitals[index] ?? 0;
    atoms[ATOM['lemma-1']] = this.#at(lemma, index - 1);
    atoms[ATOM['lemma+1']] = this.#at(lemma, index + 1);
    atoms[ATOM['lemma-2']] = this.#at(lemma, index - 2);
    atoms[ATOM['tag-1']] = this.#at(tag, index - 1);
    atoms[ATOM['tag+1']] = this.#at(tag, index + 1);
    atoms[ATOM['tag+2']] = this.#at(tag, index + 2);
    atoms[ATOM.touching] = distance === 1 ? side : 0;
    atoms[ATOM.edge] = Number(index === this.#window.first) + 2 * Number(index === this.#window.end - 1);
    const above = head[index] ?? -1;
    atoms[ATOM.headTag] = above < 0 ? NOTHING : (tag[above] ?? NOTHING);
    atoms[ATOM.headRelation] = above < 0 ? NOTHING : (relation[above] ?? NOTHING);
  }

  #readQuotations(index: number): void {
    const { mark, quotation, sentence } = this.#reading.columns;
    const atoms = this.#atoms;
    const inside = quotation[index] ?? -1;
    atoms[ATOM.quoted] = mark[index] === 1 ? 2 : Number(inside >= 0);
    atoms[ATOM.sameQuotation] = Number(inside >= 0 && inside === quotation[this.#cue.first]);
    const apart = (sentence[index] ?? 0) - (sentence[this.#cue.first] ?? 0);
    atoms[ATOM.where] = 1 + Math.sign(apart);
    atoms[ATOM.markBefore] = index > this.#window.first ? (mark[index - 1] ?? 0) : 0;
    atoms[ATOM.markAfter] = index + 1 < this.#window.end ? (mark[index + 1] ?? 0) : 0;
  }

  /** Verbs and pauses between the token and the cue. */
  #readGap(index: number): void {
    const { first, end } = this.#cue;
    const from = index < first ? index : end;
    const to = index < first ? first : index + 1;
    const offset = this.#window.first;
    const between = (counts: Int32Array): number =>
      Math.min(3, (counts[to - offset] ?? 0) - (counts[from - offset] ?? 0));
    this.#atoms[ATOM.verbs] = between(this.#verbs);
    this.#atoms[ATOM.pauses] = between(this.#pauses);
  }

  #hashPath(place: number): number {
    const { branch, up } = this.#paths;
    const through = branch[place] ?? ELSEWHERE;
    let name = CUE_ITSELF;
    if (through === ELSEWHERE) name = SUBJECT_ELSEWHERE;
    else if (through >= 0) name = this.#reading.columns.relation[through] ?? 0;
    return mixHash(name, Math.min(4, up[place] ?? 0));
  }

  #readPath(place: number, index: number): void {
    const { columns } = this.#reading;
    const { branch, up, down, chain } = this.#paths;
    const atoms = this.#atoms;
    const through = branch[place] ?? ELSEWHERE;
    const path = this.#pathHashes[place] ?? 0;
    atoms[ATOM.path] = path;
    atoms[ATOM.deepPath] = mixHash(path, Math.min(4, down[place] ?? 0));
    atoms[ATOM.pathBefore] = place > 0 ? (this.#pathHashes[place - 1] ?? 0) : NOTHING;
    atoms[ATOM.pathAfter] = this.#pathHashes[place + 1] ?? NOTHING;
    atoms[ATOM.sameBranch] =
      Number(place > 0 && branch[place - 1] === through) + 2 * Number(branch[place + 1] === through);
    atoms[ATOM.branchLemma] = through < 0 ? NOTHING : (columns.lemma[through] ?? NOTHING);
    atoms[ATOM.branchTag] = through < 0 ? NOTHING : (columns.tag[through] ?? NOTHING);
    const steps = up[place] ?? 0;
    const climbs = through >= 0 && steps > 0 && steps < chain.length;
    atoms[ATOM.via] = climbs ? (columns.relation[chain[steps - 1] ?? 0] ?? NOTHING) : NOTHING;
    atoms[ATOM.viaTag] = climbs ? (columns.tag[chain[steps] ?? 0] ?? NOTHING) : NOTHING;
    atoms[ATOM.margin] =
      through < 0
        ? 0
        : Number(index === columns.subtreeFirst[through]) +
          2 * Number(index === (columns.subtreeEnd[through] ?? 0) - 1);
  }

  #readRules(place: number): void {
    const ruled = this.#ruled;
    this.#atoms[ATOM.rule] = ruled[place] ?? OUTSIDE;
    this.#atoms[ATOM.ruleBefore] = place > 0 ? (ruled[place - 1] ?? OUTSIDE) : OUTSIDE;
    this.#atoms[ATOM.ruleAfter] = ruled[place + 1] ?? OUTSIDE;
  }

  #readClasses(index: number, side: number): number {
    const { columns } = this.#reading;
    let count = templates.count;
    const push = (hash: number): void => {
      this.features[count] = finishHash(hash);
      count += 1;
    };
    for (const name of this.#classes.subarray(0, MOST_CLASSES)) {
      const sided = mixHash(name, side);
      push(mixHash(mixHash(BY_CLASS[0] ?? 0, sided), columns.tag[index] ?? 0));
      push(mixHash(mixHash(BY_CLASS[1] ?? 0, sided), columns.relation[index] ?? 0));
      push(mixHash(mixHash(BY_CLASS[2] ?? 0, sided), this.#atoms[ATOM.rule] ?? 0));
    }
    return count;
  }
}

/** One to four as they are, then ever coarser. */
function bucketOf(distance: number): number {
  if (distance <= 4) return distance;
  if (distance <= 8) return 5;
  if (distance <= 15) return 6;
  return distance <= 30 ? 7 : 8;
}

/** For each place of the window how many tokens before it have one of the values. */
function countUpTo(column: Int32Array, values: ReadonlySet<number>, { first, end }: TokenRange): Int32Array {
  const counts = new Int32Array(end - first + 1);
  for (let index = first; index < end; index += 1) {
    counts[index - first + 1] = (counts[index - first] ?? 0) + (values.has(column[index] ?? 0) ? 1 : 0);
  }
  return counts;
}
