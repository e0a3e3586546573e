import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { Parser } from 'n3';
import { parseNameLexicon } from '../../src/extract/names/name-lexicon.ts';
import { recogniseMentions } from '../../src/extract/names/recognise-mentions.ts';
import { parseReportingLexicon } from '../../src/extract/reporting-lexicon.ts';
import { createRuleExtractor } from '../../src/extract/rule-extractor.ts';
import { parseAntecedentWeights } from '../../src/link/antecedent-features.ts';
import { parseGazetteer } from '../../src/link/gazetteer.ts';
import type { Cluster } from '../../src/link/cluster.ts';
import { clusterMentions, linkEntities } from '../../src/link/link-entities.ts';
import { parseAliases } from '../../src/link/parse-aliases.ts';
import { readEntities } from '../../src/link/read-entities.ts';
import type { UserEntities } from '../../src/link/read-entities.ts';
import type { Article } from '../../src/model/article.ts';
import type { Entity } from '../../src/model/entity.ts';
import type { Extraction } from '../../src/model/extraction.ts';
import type { LinkedExtraction } from '../../src/model/linked-extraction.ts';
import { sliceText } from '../../src/model/span.ts';
import { annotateText } from '../../src/text/annotate-text.ts';
import { readLanguageModels } from '../../src/text/language-models.ts';

const DATA = new URL('../../data/', import.meta.url);

function readData(path: string): string {
  return readFileSync(new URL(path, DATA), 'utf8');
}

const states = readData('gazetteer/states.tsv');
const organisations = readData('gazetteer/organisations.tsv');
const places = readData('gazetteer/places.tsv');
const offices = readData('lexicon/offices.tsv');
const givenNames = readData('lexicon/given-names.tsv');
const aliases = readData('lexicon/aliases.tsv');
const antecedents = parseAntecedentWeights(readData('models/antecedents.tsv'));

const models = readLanguageModels((file) => new Uint8Array(readFileSync(new URL(`models/${file}`, DATA))));
const extractor = createRuleExtractor(
  parseReportingLexicon(readData('lexicon/reporting.tsv'), 'reporting.tsv'),
);

/** The shipped name lists. */
export const NAMES = parseNameLexicon({
  states,
  organisations,
  places,
  personNames: readData('gazetteer/person-names.tsv'),
  offices,
  groupNouns: readData('lexicon/group-nouns.tsv'),
  institutionNouns: readData('lexicon/institution-nouns.tsv'),
  givenNames,
  nameWords: readData('lexicon/name-words.tsv'),
  aliases,
});

/** The shipped gazetteer. */
export const GAZETTEER = parseGazetteer({
  persons: readData('gazetteer/persons.tsv'),
  states,
  organisations,
  places,
  offices,
  givenNames,
});

/** Entities of the Turtle text. */
export function entitiesOf(turtle: string): UserEntities {
  return readEntities(new Parser({ baseIRI: 'https://example.org/' }).parse(turtle), GAZETTEER);
}

/** The shipped entity files, but for those named. */
export function shippedEntities(without: readonly string[] = []): UserEntities {
  const files = readdirSync(new URL('entities/', DATA)).filter(
    (file) => file.endsWith('.ttl') && !without.includes(file),
  );
  const all = files.sort().map((file) => entitiesOf(readData(`entities/${file}`)));
  return { persons: all.flatMap((file) => file.persons), things: all.flatMap((file) => file.things) };
}

const SHIPPED = shippedEntities();

/** What the article mentions. */
export function extractFrom(text: string, fields: Partial<Article> = {}): Extraction {
  const sha256 = createHash('sha256').update(text).digest('hex');
  const article: Article = { id: 'x', text, sha256, metadata: [], origin: 'x.txt', ...fields };
  const annotated = annotateText(article, models);
  const attributions = extractor.extract(annotated);
  return { text: annotated, attributions, mentions: recogniseMentions(annotated, attributions, NAMES) };
}

/** The entities of a text. */
export function linkText(
  text: string,
  fields: Partial<Article> = {},
  userEntities: UserEntities = SHIPPED,
): LinkedExtraction {
  const registers = { gazetteer: GAZETTEER, userEntities, aliases: parseAliases(aliases), antecedents };
  return linkEntities(extractFrom(text, fields), registers);
}

/** The entity to which the first mention with these words leads. */
export function entityAt(linked: LinkedExtraction, words: string): Entity | undefined {
  const mention = linked.mentions.find((one) => sliceText(linked.text.text, one) === words);
  const id = mention === undefined ? undefined : linked.entityOfMention[mention.index];
  return linked.entities.find((entity) => entity.id === id);
}

/** The clusters of an extraction before pronouns are resolved. */
export function clustersOf(extraction: Extraction): Cluster[] {
  const registers = { gazetteer: GAZETTEER, userEntities: SHIPPED, aliases: parseAliases(aliases) };
  const { persons, things, described } = clusterMentions(extraction, registers);
  return [...persons, ...things, ...described];
}
