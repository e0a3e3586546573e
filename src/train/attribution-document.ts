import type { AnnotatedText, Token } from '../model/annotated-text.ts';
import type { Span } from '../model/span.ts';
import { UNKNOWN_LABEL } from '../learn/chain-trainer.ts';
import type { AnnotatedAttribution, AttributionRecord } from './attribution-record.ts';

/** An attribution in tokens, its cue cut to the governing word. Token lists are ascending. */
export interface TokenAttribution {
  readonly cue: readonly number[];
  readonly source: readonly number[];
  readonly content: readonly number[];
}

/** What a document teaches. */
export interface AttributionDocument {
  readonly text: AnnotatedText;
  readonly attributions: readonly TokenAttribution[];
  /** For each token 1 where it governs a cue, 0 where not, `UNKNOWN_LABEL` where nothing is taught. */
  readonly cueLabels: Uint8Array;
}

/** What is peculiar to a corpus. */
export interface CorpusHabits {
  /** An argument left out was looked for elsewhere: the subject of a governing verb stands in for it. */
  readonly sharesSubjects: boolean;
  /** Cues within quotation marks, or without a source, are annotated here but no attributions of news. */
  readonly ignoresQuoted: boolean;
}

const AUXILIARY = /^(?:be|have|do|will|would|can|could|may|might|should|must)$/u;
const FIRST_PERSON = /^(?:i|we|me|us|you|my|our|your)$/iu;
const MAY_BE_CUE = /^(?:VB|NN|JJ|IN)/u;

/** The document that a record teaches, in the words of its annotated text. */
export function readDocument(
  record: AttributionRecord,
  text: AnnotatedText,
  habits: CorpusHabits,
): AttributionDocument {
  const reader = new SpanReader(text);
  const drafts = record.gold.flatMap((attribution) => draftAttribution(reader, attribution, habits) ?? []);
  const cueLabels = new Uint8Array(text.tokens.length);
  const masked = record.mask.flatMap((span) => reader.tokens([span]));
  if (record.partial) {
    const annotated = new Set([...reader.tokens(record.negative), ...drafts.flatMap(({ cue }) => cue)]);
    for (const token of text.tokens) {
      if (!annotated.has(token.index) && MAY_BE_CUE.test(token.xpos)) masked.push(token.index);
    }
  }
  for (const token of masked) cueLabels[token] = UNKNOWN_LABEL;
  for (const draft of drafts) {
    const [governor] = draft.cue;
    if (governor === undefined) continue;
    const taught = isTaught(text, draft, governor, habits) && !isNested(draft, governor, drafts);
    cueLabels[governor] = taught ? 1 : UNKNOWN_LABEL;
  }
  return { text, attributions: drafts.filter(({ cue }) => cue.length > 0), cueLabels };
}

/** “I think” and what stands in a quotation are attributions, but not such as news are read for. */
function isTaught(
  text: AnnotatedText,
  { source }: TokenAttribution,
  governor: number,
  { ignoresQuoted }: CorpusHabits,
): boolean {
  const [first] = source;
  if (source.length <= 2 && first !== undefined && FIRST_PERSON.test(text.tokens[first]?.form ?? ''))
    return false;
  return !ignoresQuoted || ((text.tokens[governor]?.quotation ?? -1) < 0 && source.length > 0);
}

/** An attribution inside another’s content is annotated in some corpora and not in others. */
function isNested(draft: TokenAttribution, governor: number, drafts: readonly TokenAttribution[]): boolean {
  return drafts.some(
    (other) =>
      other !== draft && other.content.length > draft.content.length && other.content.includes(governor),
  );
}

function draftAttribution(
  reader: SpanReader,
  annotated: AnnotatedAttribution,
  habits: CorpusHabits,
): TokenAttribution | undefined {
  const { text } = reader;
  const cue = cutCue(text, reader.tokens(annotated.cue));
  const taken = new Set(cue);
  const free = (spans: readonly Span[]): readonly number[] =>
    reader.trimmed(spans).filter((token) => !taken.has(token));
  let content = free(annotated.content);
  if (content.length === 0) return undefined;
  let source = free(annotated.source);
  const [governor] = cue;
  if (habits.sharesSubjects && source.length === 0 && governor !== undefined) {
    source = findSharedSubject(text, governor).filter(
      (token) => !taken.has(token) && !content.includes(token),
    );
  }
  content = completeQuotations(text, content, [...cue, ...source]);
  return { cue, source, content };
}

/** The governing word of a cue: its last main verb, else its last noun or adjective; “according to” stays whole. */
export function cutCue(text: AnnotatedText, cue: readonly number[]): readonly number[] {
  const tokenAt = (index: number): Token | undefined => text.tokens[index];
  const according = cue.find((index) => tokenAt(index)?.form.toLowerCase() === 'according');
  if (according !== undefined) {
    return tokenAt(according + 1)?.form.toLowerCase() === 'to' ? [according, according + 1] : [according];
  }
  const isVerb = (index: number): boolean => tokenAt(index)?.xpos.startsWith('VB') === true;
  const verbs = cue.filter((index) => isVerb(index) && !AUXILIARY.test(tokenAt(index)?.lemma ?? ''));
  const words = cue.filter((index) => /^(?:VB|NN|JJ)/u.test(tokenAt(index)?.xpos ?? ''));
  const governor = verbs.at(-1) ?? words.at(-1) ?? cue.at(-1);
  return governor === undefined ? [] : [governor];
}

const HANDED_DOWN = /^(?:conj|xcomp|advcl)/u;

/** “The envoy came and said …”: the subject of the verb that the cue is joined to. */
function findSharedSubject(text: AnnotatedText, governor: number): readonly number[] {
  let token = text.tokens[governor];
  for (let steps = 0; steps < 4 && token !== undefined && HANDED_DOWN.test(token.relation); steps += 1) {
    const head: Token | undefined = text.tokens[token.head];
    const subject = head?.children.find(
      (child) => child < governor && text.tokens[child]?.relation === 'nsubj',
    );
    if (subject !== undefined) return collectPhrase(text, subject);
    token = head;
  }
  return [];
}

function collectPhrase(text: AnnotatedText, head: number): readonly number[] {
  const found: number[] = [];
  const open = [head];
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    const token = text.tokens[index];
    if (token === undefined) continue;
    if (index !== head && (/^(?:parataxis|acl:relcl)$/u.test(token.relation) || token.form === ',')) continue;
    found.push(index);
    open.push(...token.children);
  }
  return found.sort((left, right) => left - right);
}

/** A quotation of which a part is content is so as a whole, unless cue or source stand within. */
function completeQuotations(
  text: AnnotatedText,
  content: readonly number[],
  others: readonly number[],
): readonly number[] {
  const quotationOf = (index: number): number => text.tokens[index]?.quotation ?? -1;
  const excluded = new Set(others.map(quotationOf));
  const wanted = new Set(
    content.map(quotationOf).filter((quotation) => quotation >= 0 && !excluded.has(quotation)),
  );
  if (wanted.size === 0) return content;
  const completed = new Set(content);
  const first = Math.max(0, (content[0] ?? 0) - 200);
  const last = Math.min(text.tokens.length, (content.at(-1) ?? 0) + 200);
  for (let index = first; index < last; index += 1) if (wanted.has(quotationOf(index))) completed.add(index);
  return [...completed].sort((left, right) => left - right);
}

/** Tokens of spans. */
class SpanReader {
  readonly text: AnnotatedText;

  constructor(text: AnnotatedText) {
    this.text = text;
  }

  /** The tokens that share a character with one of the spans, ascending. */
  tokens(spans: readonly Span[]): readonly number[] {
    const found = new Set<number>();
    for (const { start, end } of spans) {
      for (
        let index = this.#firstAfter(start);
        (this.text.tokens[index]?.start ?? Infinity) < end;
        index += 1
      ) {
        found.add(index);
      }
    }
    return [...found].sort((left, right) => left - right);
  }

  /** The tokens without commas, colons and full stops at the edges. */
  trimmed(spans: readonly Span[]): readonly number[] {
    let tokens = this.tokens(spans);
    const formAt = (index: number | undefined): string => this.text.tokens[index ?? -1]?.form ?? '';
    while (tokens.length > 0 && /^(?:[,;:.]|--)$/u.test(formAt(tokens[0]))) tokens = tokens.slice(1);
    while (tokens.length > 0 && /^(?:[,;:]|--)$/u.test(formAt(tokens.at(-1)))) tokens = tokens.slice(0, -1);
    return tokens;
  }

  #firstAfter(offset: number): number {
    const { tokens } = this.text;
    let low = 0;
    let high = tokens.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tokens[middle]?.end ?? Infinity) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
