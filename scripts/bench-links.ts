/**
 * Measures what linking costs: `node … [--texts FOLDER]`, over the `.txt` files of the folder (default `data/articles`).
 * Times are processor time.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { recogniseMentions } from '../src/extract/names/recognise-mentions.ts';
import { parseNameLexicon } from '../src/extract/names/name-lexicon.ts';
import { parseGazetteer } from '../src/link/gazetteer.ts';
import { linkEntities } from '../src/link/link-entities.ts';
import type { Article } from '../src/model/article.ts';
import { loadResources } from '../src/resources.ts';
import { annotateText } from '../src/text/annotate-text.ts';

/** What linking costs: the gazetteer's size on disk, the time to load it, and how much is linked in a second. */
interface LinkBench {
  readonly gazetteerBytes: number;
  /** Milliseconds to read the files of `data/gazetteer` into memory, and to index them for the linker and for names. */
  readonly gazetteerLoad: number;
  readonly nameLoad: number;
  readonly articles: number;
  readonly tokensPerSecond: number;
  /** Decisions, linked or not. */
  readonly decisionsPerSecond: number;
  readonly linksPerSecond: number;
}

const GAZETTEER = ['persons', 'person-names', 'states', 'organisations', 'places'] as const;
const LEXICON = [
  'offices',
  'given-names',
  'group-nouns',
  'institution-nouns',
  'name-words',
  'aliases',
] as const;

/** Measures linking over texts; `data` is the folder of data files, `now` a clock in milliseconds. */
async function benchLinks(texts: readonly string[], data: string, now: () => number): Promise<LinkBench> {
  const fileOf = (folder: string, name: string): string => path.join(data, folder, `${name}.tsv`);
  const start = now();
  const read = (folder: string, name: string): string => readFileSync(fileOf(folder, name), 'utf8');
  const [persons = '', personNames = '', states = '', organisations = '', places = ''] = GAZETTEER.map(
    (name) => read('gazetteer', name),
  );
  const [
    offices = '',
    givenNames = '',
    groupNouns = '',
    institutionNouns = '',
    nameWords = '',
    aliases = '',
  ] = LEXICON.map((name) => read('lexicon', name));
  const files = { persons, personNames, states, organisations, places, offices, givenNames };
  parseGazetteer(files);
  const loaded = now();
  parseNameLexicon({ ...files, groupNouns, institutionNouns, nameWords, aliases });
  const named = now();
  const resources = await loadResources();
  const extractions = texts.map((text, index) => {
    const sha256 = createHash('sha256').update(text).digest('hex');
    const article: Article = { id: String(index), text, sha256, metadata: [], origin: String(index) };
    const annotated = annotateText(article, resources.language);
    const attributions = resources.extractor.extract(annotated);
    return {
      text: annotated,
      attributions,
      mentions: recogniseMentions(annotated, attributions, resources.names),
    };
  });
  const began = now();
  const linked = extractions.map((extraction) => linkEntities(extraction, resources.registers));
  const seconds = Math.max(0.001, (now() - began) / 1000);
  const tokens = extractions.reduce((sum, { text }) => sum + text.tokens.length, 0);
  const decisions = linked.flatMap((one) => one.decisions);
  return {
    gazetteerBytes: GAZETTEER.reduce((sum, name) => sum + statSync(fileOf('gazetteer', name)).size, 0),
    gazetteerLoad: loaded - start,
    nameLoad: named - loaded,
    articles: texts.length,
    tokensPerSecond: Math.round(tokens / seconds),
    decisionsPerSecond: Math.round(decisions.length / seconds),
    linksPerSecond: Math.round(decisions.filter(({ judgement }) => judgement === 'linked').length / seconds),
  };
}

const { values: flags } = parseArgs({
  options: { texts: { type: 'string', default: path.join('data', 'articles') } },
});
const texts = readdirSync(flags.texts)
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .map((name) => readFileSync(path.join(flags.texts, name), 'utf8'));
const processorTime = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const bench = await benchLinks(texts, 'data', processorTime);
process.stdout.write(
  [
    `gazetteer: ${(bench.gazetteerBytes / 1e6).toFixed(2)} MB, read and indexed in ${bench.gazetteerLoad.toFixed(0)} ms, names for the recogniser in ${bench.nameLoad.toFixed(0)} ms more`,
    `linking: ${bench.articles} articles, ${bench.tokensPerSecond} tokens, ${bench.decisionsPerSecond} decisions, ${bench.linksPerSecond} links a second`,
    '',
  ].join('\n'),
);
