import { createHash } from 'node:crypto';
import type { NamedNode, Quad } from '@rdfjs/types';
import { compareSpans, sliceText } from '../model/span.ts';
import type { Span } from '../model/span.ts';
import { dcterms, dip, oa, schema } from '../rdf/vocabulary.ts';
import { indexNodes } from './node-index.ts';
import type { NodeIndex } from './node-index.ts';
import type { Violation } from './violation.ts';

/** How many stretches of evidence were compared with their article's text, and what was wrong. */
export interface EvidenceReport {
  readonly violations: readonly Violation[];
  /** Stretches of evidence that were compared with the text. */
  readonly verified: number;
  /** Stretches of evidence whose article's text is not there. */
  readonly unverified: number;
}

/** The words that a claim repeats for readers, and the stretches that they must be. */
const REPEATED_WORDS: readonly (readonly [words: NamedNode, spans: NamedNode])[] = [
  [dip.quotation, dip.evidence],
  [dip.cueText, dip.cueSpan],
  [dip.condition, dip.conditionSpan],
  [dip.dateExpression, dip.dateSpan],
];

interface Selection extends Span {
  readonly exact: string;
  readonly selector: string;
}

function violation(focusNode: string, path: NamedNode, message: string, shape: string): Violation {
  return { focusNode, path: path.value, message, severity: 'violation', shape: `text:${shape}` };
}

/** A long quotation for a message: its beginning and its end. */
function shorten(words: string): string {
  return words.length <= 120 ? words : `${words.slice(0, 60)} […] ${words.slice(-50)}`;
}

/** The offsets and words of a stretch of text; undefined where they are incomplete, which the shapes report. */
function readSelection(index: NodeIndex, resource: string): Selection | undefined {
  for (const { value: selector } of index.values(resource, oa.hasSelector)) {
    const [start] = index.values(selector, oa.start);
    const [end] = index.values(selector, oa.end);
    const [exact] = index.values(selector, oa.exact);
    if (start === undefined || end === undefined || exact === undefined) continue;
    return { start: Number(start.value), end: Number(end.value), exact: exact.value, selector };
  }
  return undefined;
}

/** Texts that the user gives for articles. */
export interface GivenTexts {
  readonly bySha256?: ReadonlyMap<string, string>;
  /** By the article's id: those that have changed since the graph was made are known by nothing else. */
  readonly byId?: ReadonlyMap<string, string>;
}

function checkGivenText(index: NodeIndex, article: string, text: string): readonly Violation[] {
  const [given] = index.values(article, schema.sha256);
  const hash = createHash('sha256').update(text, 'utf8').digest('hex');
  if (given?.value === hash) return [];
  const [id] = index.values(article, dcterms.identifier);
  const message = `the text given of “${id?.value ?? article}” is not the one that the graph was made from: its SHA-256 is ${hash}`;
  return [violation(article, schema.sha256, message, 'given-text')];
}

function checkArticle(index: NodeIndex, article: string, text: string): readonly Violation[] {
  const hash = createHash('sha256').update(text, 'utf8').digest('hex');
  const [given] = index.values(article, schema.sha256);
  const [length] = index.values(article, dip.textLength);
  return [
    ...(given?.value === hash
      ? []
      : [violation(article, schema.sha256, `the text's SHA-256 is ${hash}, not the one given`, 'hash')]),
    ...(length === undefined || Number(length.value) === text.length
      ? []
      : [
          violation(
            article,
            dip.textLength,
            `the text has ${text.length} UTF-16 code units, not ${length.value}`,
            'length',
          ),
        ]),
  ];
}

function checkRepeatedWords(index: NodeIndex): readonly Violation[] {
  return REPEATED_WORDS.flatMap(([words, spans]) =>
    [...index.having(words)].flatMap((node) => {
      const selections = index.values(node, spans).map(({ value }) => readSelection(index, value));
      const known = selections.filter((selection) => selection !== undefined).toSorted(compareSpans);
      if (known.length === 0 || known.length < selections.length) return [];
      const expected = known.map(({ exact }) => exact).join(' … ');
      return index.values(node, words).some(({ value }) => value !== expected)
        ? [
            violation(
              node,
              words,
              `these are not the words of its stretches of text: “${expected}”`,
              'repeated-words',
            ),
          ]
        : [];
    }),
  );
}

/**
 * Holds every stretch of text against its article: the words must be the slice, to the UTF-16 code unit, and the
 * text must have the hash and length that the graph gives. This is code and no query because SPARQL counts code
 * points. Texts come from the user, else from the graph.
 */
export function verifyEvidence(
  quads: Iterable<Quad>,
  { bySha256 = new Map(), byId = new Map() }: GivenTexts = {},
): EvidenceReport {
  const index = indexNodes(quads, [
    ...REPEATED_WORDS.flat(),
    oa.hasSource,
    oa.hasSelector,
    oa.start,
    oa.end,
    oa.exact,
    schema.sha256,
    schema.articleBody,
    dcterms.identifier,
    dip.textLength,
  ]);
  const textOf = new Map<string, string>();
  const violations: Violation[] = [];
  for (const article of index.having(dip.textLength)) {
    const [hash] = index.values(article, schema.sha256);
    const [body] = index.values(article, schema.articleBody);
    const [id] = index.values(article, dcterms.identifier);
    const given = bySha256.get(hash?.value ?? '') ?? byId.get(id?.value ?? '');
    const text = given ?? body?.value;
    if (text === undefined) continue;
    textOf.set(article, text);
    if (body !== undefined || given === undefined)
      violations.push(...checkArticle(index, article, body?.value ?? text));
    if (given !== undefined) violations.push(...checkGivenText(index, article, given));
  }
  const evidence = new Set(
    [...index.having(dip.evidence)].flatMap((claim) =>
      index.values(claim, dip.evidence).map(({ value }) => value),
    ),
  );
  let verified = 0;
  let unverified = 0;
  for (const resource of index.having(oa.hasSelector)) {
    const [article] = index.values(resource, oa.hasSource);
    const text = textOf.get(article?.value ?? '');
    const selection = readSelection(index, resource);
    const isEvidence = evidence.has(resource);
    if (text === undefined) {
      if (isEvidence) unverified += 1;
      continue;
    }
    if (selection === undefined) continue;
    if (isEvidence) verified += 1;
    const slice = sliceText(text, selection);
    if (slice === selection.exact) continue;
    const message = `the article has “${shorten(slice)}” at ${selection.start}–${selection.end}, not “${shorten(selection.exact)}”`;
    violations.push(violation(resource, oa.exact, message, 'exact-words'));
  }
  return { violations: [...violations, ...checkRepeatedWords(index)], verified, unverified };
}
