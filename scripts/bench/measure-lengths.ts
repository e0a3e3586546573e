import { recogniseMentions } from '../../src/extract/names/recognise-mentions.ts';
import { linkEntities } from '../../src/link/link-entities.ts';
import { takePositions } from '../../src/position/take-positions.ts';
import { loadResources } from '../../src/resources.ts';
import { annotateText } from '../../src/text/annotate-text.ts';
import { measure } from './processor-time.ts';

/** Lengths of one text, in thousand characters: each twice the one before. */
const LENGTHS = [60, 120, 240, 480] as const;
const STAGES = ['annotation', 'attributions', 'mentions', 'links', 'positions'] as const;

/** The texts one after the other, from the beginning again until there are enough characters. */
function concatenate(texts: readonly string[], length: number, paragraphs: boolean): string {
  let text = texts.join('\n\n');
  while (text.length < length) text += `\n\n${text}`;
  const cut = text.slice(0, length);
  return paragraphs ? cut : cut.replaceAll(/\s*\n\s*/gu, ' ');
}

/** Prints how the time of each stage grows with the length of a text, in paragraphs and in one: linear is 2.0. */
export async function measureLengths(texts: readonly string[], print: (line: string) => void): Promise<void> {
  const resources = await loadResources();
  for (const paragraphs of [true, false]) {
    let before: readonly number[] | undefined;
    for (const thousands of LENGTHS) {
      const text = concatenate(texts, thousands * 1000, paragraphs);
      const article = { id: 'bench', text, sha256: '', metadata: [], origin: 'bench' };
      const annotated = measure(() => annotateText(article, resources.language));
      const found = measure(() => resources.extractor.extract(annotated.result));
      const mentions = measure(() => recogniseMentions(annotated.result, found.result, resources.names));
      const linked = measure(() =>
        linkEntities(
          { text: annotated.result, mentions: mentions.result, attributions: found.result },
          resources.registers,
        ),
      );
      const positions = measure(() => takePositions(linked.result, resources.positions));
      const seconds = [annotated, found, mentions, linked, positions].map((stage) => stage.seconds);
      const parts = STAGES.map((stage, index) => {
        const [now = 0, earlier] = [seconds[index], before?.[index]];
        return `${stage} ${now.toFixed(2)} s${earlier === undefined ? '' : ` (× ${(now / earlier).toFixed(1)})`}`;
      });
      print(`${thousands} kB ${paragraphs ? 'in paragraphs' : 'in one paragraph'}: ${parts.join(', ')}`);
      before = seconds;
    }
  }
}
