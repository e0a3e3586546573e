import { createHash } from 'node:crypto';
import { writeArticleBlock } from '../../src/build/article-block.ts';
import { loadInference } from '../../src/build/inferred-block.ts';
import { recogniseMentions } from '../../src/extract/names/recognise-mentions.ts';
import { inferPositions } from '../../src/infer/infer-positions.ts';
import { linkEntities } from '../../src/link/link-entities.ts';
import { takePositions } from '../../src/position/take-positions.ts';
import { namedNode } from '../../src/rdf/terms.ts';
import { loadResources } from '../../src/resources.ts';
import { annotateText } from '../../src/text/annotate-text.ts';
import { ODD_TEXTS } from './odd-texts.ts';
import { measure } from './processor-time.ts';

/** Lengths of one text, in thousand characters: each twice the one before. */
const LENGTHS = [60, 120, 240, 480] as const;
const ODD_LENGTHS = [35, 70, 140, 280] as const;
/** A shorter time says nothing about how it grows. */
const TELLING_SECONDS = 0.2;

/** The texts one after the other, from the beginning again until there are enough characters. */
function concatenate(texts: readonly string[], length: number, paragraphs: boolean): string {
  let text = texts.join('\n\n');
  while (text.length < length) text += `\n\n${text}`;
  const cut = text.slice(0, length);
  return paragraphs ? cut : cut.replaceAll(/\s*\n\s*/gu, ' ');
}

/** Seconds of processor time that each stage takes. */
type StageTimes = ReadonlyMap<string, number>;

function sumOf(times: StageTimes): number {
  return [...times.values()].reduce((sum, seconds) => sum + seconds, 0);
}

/** Takes a text through all stages, from characters to the inferred graph. */
async function prepareStages(): Promise<(text: string) => StageTimes> {
  const resources = await loadResources();
  const inference = loadInference();
  const issues = new Map(resources.positions.issues.map((issue) => [issue.id, issue]));
  return (text) => {
    const sha256 = createHash('sha256').update(text).digest('hex');
    const article = { id: 'bench', text, sha256, metadata: [], origin: 'bench' };
    const annotated = measure(() => annotateText(article, resources.language));
    const found = measure(() => resources.extractor.extract(annotated.result));
    const mentions = measure(() => recogniseMentions(annotated.result, found.result, resources.names));
    const extraction = { text: annotated.result, mentions: mentions.result, attributions: found.result };
    const linked = measure(() => linkEntities(extraction, resources.registers));
    const positions = measure(() => takePositions(linked.result, resources.positions));
    const encoded = measure(() =>
      writeArticleBlock(
        { ...linked.result, claims: positions.result },
        { run: namedNode('urn:run'), issues },
        { fingerprint: '00', phrases: inference.phrases },
      ),
    );
    const { facts } = encoded.result;
    const inferred = measure(() => facts && inferPositions(facts, inference));
    return new Map([
      ['annotation', annotated.seconds],
      ['attributions', found.seconds],
      ['mentions', mentions.seconds],
      ['links', linked.seconds],
      ['positions', positions.seconds],
      ['graph', encoded.seconds],
      ['inference', inferred.seconds],
    ]);
  };
}

function growth(now: number, before: number | undefined): string {
  return before === undefined ? '' : ` (× ${(now / before).toFixed(1)})`;
}

/** Prints how the time of each stage grows with the length of a text, in paragraphs and in one: linear is 2.0. */
export async function measureLengths(texts: readonly string[], print: (line: string) => void): Promise<void> {
  const readText = await prepareStages();
  for (const paragraphs of [true, false]) {
    let before: StageTimes | undefined;
    for (const thousands of LENGTHS) {
      const times = readText(concatenate(texts, thousands * 1000, paragraphs));
      const parts = [...times].map(
        ([stage, seconds]) => `${stage} ${seconds.toFixed(2)} s${growth(seconds, before?.get(stage))}`,
      );
      print(`${thousands} kB ${paragraphs ? 'in paragraphs' : 'in one paragraph'}: ${parts.join(', ')}`);
      before = times;
    }
  }
}

/** Prints how the time of texts grows that wear a reader out, and the stage that grows most: linear is 2.0. */
export async function measureOddTexts(print: (line: string) => void): Promise<void> {
  const readText = await prepareStages();
  for (const { name, make } of ODD_TEXTS) {
    const series = ODD_LENGTHS.map((thousands) => readText(make(thousands * 1000)));
    const sums = series.map(sumOf);
    const [last, before] = [series.at(-1), series.at(-2)];
    const worst = [...(last ?? [])]
      .filter(([, seconds]) => seconds >= TELLING_SECONDS)
      .map(([stage, seconds]) => ({ stage, factor: seconds / (before?.get(stage) ?? seconds) }))
      .toSorted((left, right) => right.factor - left.factor)[0];
    const steps = sums.map((seconds, index) => `${seconds.toFixed(2)} s${growth(seconds, sums[index - 1])}`);
    const most = worst === undefined ? '' : `; most at the end: ${worst.stage} × ${worst.factor.toFixed(1)}`;
    print(`${name}, ${ODD_LENGTHS.join(', ')} kB: ${steps.join(', ')}${most}`);
  }
}
