import type { Span } from '../model/span.ts';
import { covers } from '../model/span.ts';

/** A mention of a corpus: characters of its document, and the entity it belongs to. */
export interface GoldMention extends Span {
  readonly entity: string;
  /** Characters of its least wording, the head. */
  readonly head: Span;
  /** `person`, `organization`, `place` … as the corpus says. */
  readonly type: string;
}

/** A document of a corpus with coreference. */
export interface CoreferenceDocument {
  readonly id: string;
  readonly text: string;
  readonly mentions: readonly GoldMention[];
}

interface OpenMention {
  readonly entity: string;
  readonly type: string;
  readonly start: number;
  readonly words: Span[];
  readonly least: readonly number[];
}

/**
 * Reads the coreference layer of GUM's CoNLL-U (`Entity=(12-person-giv:act-cf2-1,2-coref` in MISC; the sixth field
 * counts the words of the least wording). Paragraphs are parted by empty lines.
 */
export function parseCoreference(content: string): CoreferenceDocument[] {
  const documents: CoreferenceDocument[] = [];
  let id = '';
  let text = '';
  let mentions: GoldMention[] = [];
  let open: OpenMention[] = [];
  const finish = (): void => {
    if (id !== '') documents.push({ id, text, mentions });
    text = '';
    mentions = [];
    open = [];
  };
  for (const line of content.split('\n')) {
    if (line.startsWith('# newdoc id = ')) {
      finish();
      id = line.slice('# newdoc id = '.length);
    } else if (line.startsWith('# newpar') && !line.startsWith('# newpar_block')) {
      text = text === '' ? '' : `${text.trimEnd()}\n\n`;
    } else if (/^\d+\t/u.test(line)) {
      const columns = line.split('\t');
      const misc = columns[9] ?? '';
      const word = { start: text.length, end: text.length + (columns[1] ?? '').length };
      const layer = /(?:^|\|)Entity=([^|]*)/u.exec(misc)?.[1] ?? '';
      const marks = [...layer.matchAll(/\(([^()]+)(\))?|(\d+)\)/gu)];
      for (const [, opening] of marks) if (opening !== undefined) open.push(openMention(opening, word.start));
      for (const mention of open) mention.words.push(word);
      for (const [, opening, isWord, closing] of marks) {
        const entity = isWord === undefined ? closing : opening?.split('-')[0];
        const place = open.findLastIndex((mention) => mention.entity === entity);
        const [mention] = place < 0 ? [] : open.splice(place, 1);
        if (mention !== undefined) mentions.push(closeMention(mention, word.end));
      }
      text += `${columns[1] ?? ''}${misc.includes('SpaceAfter=No') ? '' : ' '}`;
    }
  }
  finish();
  return documents;
}

function openMention(description: string, start: number): OpenMention {
  const [entity = '', type = '', , , , least = ''] = description.split('-');
  return { entity, type, start, words: [], least: least.split(',').map(Number) };
}

function closeMention({ entity, type, start, words, least }: OpenMention, end: number): GoldMention {
  const head = words[(least[0] ?? 1) - 1] ?? { start, end };
  const last = words[(least.at(-1) ?? 1) - 1] ?? head;
  return { entity, type, start, end, head: { start: head.start, end: last.end } };
}

/** The entity of the shortest gold mention whose head covers the characters; undefined where there is none. */
export function goldEntityAt(document: CoreferenceDocument, place: Span): string | undefined {
  let best: GoldMention | undefined;
  for (const mention of document.mentions) {
    if (!covers(mention.head, place) && !covers(place, mention.head)) continue;
    if (best === undefined || mention.end - mention.start < best.end - best.start) best = mention;
  }
  return best?.entity;
}
