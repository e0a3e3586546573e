import type { AnnotatedText, Token } from '../../src/model/annotated-text.ts';
import type { Attribution } from '../../src/model/attribution.ts';
import type { Entity } from '../../src/model/entity.ts';
import type { LinkedExtraction } from '../../src/model/linked-extraction.ts';
import type { Mention } from '../../src/model/mention.ts';
import type { Span } from '../../src/model/span.ts';

interface Drawn {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly head: number;
  readonly relation: string;
}

/** A word of a drawn tree, `form/UPOS/head/relation[/lemma]`; the head is counted from 1 in its sentence, 0 is the root. */
function readDrawn(word: string): Drawn {
  const [form = '', upos = '', head = '0', relation = '', lemma] = word.split('/');
  return { form, upos, head: Number(head), relation, lemma: lemma ?? form.toLowerCase() };
}

/** An annotated text of hand-drawn trees, one sentence and paragraph a string; words are parted by one blank. */
export function drawText(sentences: readonly string[], date = '2024-05-17'): AnnotatedText {
  let text = '';
  const tokens: Token[] = [];
  const spans: (Span & { readonly firstToken: number; readonly endToken: number })[] = [];
  for (const sentence of sentences) {
    const start = text.length;
    const firstToken = tokens.length;
    const words = sentence.split(' ').map(readDrawn);
    for (const [offset, word] of words.entries()) {
      if (offset > 0) text += ' ';
      const children = words.flatMap(({ head }, index) => (head === offset + 1 ? [firstToken + index] : []));
      tokens.push({
        index: firstToken + offset,
        start: text.length,
        end: text.length + word.form.length,
        form: word.form,
        lemma: word.lemma,
        xpos: word.upos,
        upos: word.upos,
        head: word.head === 0 ? -1 : firstToken + word.head - 1,
        relation: word.relation,
        children,
        sentence: spans.length,
        quotation: -1,
      });
      text += word.form;
    }
    spans.push({ start, end: text.length, firstToken, endToken: tokens.length });
    text += '\n';
  }
  const article = { id: 'drawn', text, sha256: '0'.repeat(64), date, metadata: [], origin: 'drawn' };
  return {
    article,
    text,
    tokens,
    quotations: [],
    blocks: spans.map(({ start, end }) => ({ start, end, kind: 'paragraph' as const })),
    sentences: spans.map((span, index) => ({ ...span, index, block: index })),
  };
}

/** The first place of some words in a text. */
export function locate(text: AnnotatedText, words: string): Span {
  const start = text.text.indexOf(words);
  if (start < 0) throw new Error(`“${words}” is not in the text`);
  return { start, end: start + words.length };
}

/** An attribution whose parts are given as words of the text. */
export function drawAttribution(
  text: AnnotatedText,
  parts: { readonly source: string; readonly cue: string; readonly content: string },
  more: Partial<Attribution> = {},
): Attribution {
  const cue = locate(text, parts.cue);
  return {
    index: 0,
    source: parts.source === '' ? [] : [locate(text, parts.source)],
    cue: [cue],
    content: [locate(text, parts.content)],
    cueToken: text.tokens.findIndex(({ start }) => start >= cue.start),
    cueLemma: parts.cue,
    cueKind: 'speech',
    negated: false,
    reporting: 'indirect',
    foundBy: ['drawn'],
    confidence: 0.9,
    ...more,
  };
}

/** A linked extraction in which each name given is a mention of an entity of its own. */
export function drawLinked(
  text: AnnotatedText,
  attributions: readonly Attribution[],
  names: readonly string[],
): LinkedExtraction {
  const mentions = names.map((name, index): Mention => {
    const span = locate(text, name);
    const inside = text.tokens.filter(({ start, end }) => start >= span.start && end <= span.end);
    const head =
      inside.find((token) => !inside.some(({ index: other }) => other === token.head)) ?? inside[0];
    return { ...span, index, kind: 'name', type: 'state', headToken: head?.index ?? 0 };
  });
  const entities = names.map((label, index): Entity => ({
    id: `e${index + 1}`,
    label,
    type: 'state',
    mentions: [index],
    altLabels: [],
  }));
  return {
    text,
    attributions,
    mentions,
    entities,
    entityOfMention: entities.map(({ id }) => id),
    decisions: [],
  };
}
