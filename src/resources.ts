import { DataFiles } from './data-files.ts';
import { parseActorNouns } from './extract/actor-nouns.ts';
import type { Extractor } from './extract/extractor.ts';
import { readAttributionModels } from './extract/models/attribution-models.ts';
import { parseLexicalClasses } from './extract/models/lexical-classes.ts';
import { createMergeExtractor } from './extract/models/merge-extractor.ts';
import { createModelExtractor } from './extract/models/model-extractor.ts';
import type { ModelLexicons } from './extract/models/reading.ts';
import { parseNameLexicon } from './extract/names/name-lexicon.ts';
import type { NameLexicon } from './extract/names/name-lexicon.ts';
import { readNameRecogniser } from './extract/names/name-recogniser.ts';
import { parseNounKinds } from './extract/noun-kinds.ts';
import { parseReportingLexicon } from './extract/reporting-lexicon.ts';
import { createRuleExtractor } from './extract/rule-extractor.ts';
import { parseRuleReliability } from './extract/rule-reliability.ts';
import { withoutVoices, type Voice } from './extract/without-voices.ts';
import { parseOutletHosts } from './ingest/outlets.ts';
import type { OutletHosts } from './ingest/outlets.ts';
import { parseAntecedentWeights } from './link/antecedent-features.ts';
import { parseGazetteer } from './link/gazetteer.ts';
import type { Gazetteer } from './link/gazetteer.ts';
import type { Registers } from './link/link-entities.ts';
import { parseAliases } from './link/parse-aliases.ts';
import { readEntities } from './link/read-entities.ts';
import type { UserEntities } from './link/read-entities.ts';
import { InputError } from './model/input-error.ts';
import type { Issue } from './model/issue.ts';
import { readIssues } from './position/read-issues.ts';
import { mergeStanceLexicons, parseStanceLexicon } from './position/stance-lexicon.ts';
import type { PositionSettings } from './position/prepare-positions.ts';
import { parseRdf } from './rdf/parse-rdf.ts';
import { formatOfFile } from './rdf/rdf-format.ts';
import { readLanguageModels } from './text/language-models.ts';
import type { LanguageModels } from './text/language-models.ts';

/** The extractors by name. */
export const EXTRACTORS = ['rules', 'models', 'merge'] as const;

/** The name of an extractor. */
export type ExtractorName = (typeof EXTRACTORS)[number];

/** The user's own files, instead of those that ship with the package. */
export interface ResourceOptions {
  /** Issue files in Turtle; by default all of `data/issues`. */
  readonly issues?: readonly string[];
  /** Entity files in Turtle, besides those of `data/entities`. */
  readonly entities?: readonly string[];
  /** Who finds the attributions: the rules, the models, or both merged, which is the default. */
  readonly extractor?: ExtractorName;
  /** A folder with models of `demarche train`; those that it lacks are the shipped ones. */
  readonly models?: string;
  /** Kinds of text in which no attribution is looked for; by default none. */
  readonly without?: readonly Voice[];
  /** Leaves out the entity files that ship with the package. */
  readonly withoutShippedEntities?: boolean;
}

/** Everything besides the article that the stages are given. */
export interface Resources {
  readonly outlets: OutletHosts;
  readonly language: LanguageModels;
  readonly extractor: Extractor;
  readonly names: NameLexicon;
  readonly registers: Registers;
  readonly positions: PositionSettings;
  /** Name → SHA-256 of every file used. */
  readonly hashes: Readonly<Record<string, string>>;
}

interface TurtleFile {
  readonly name: string;
  readonly text: string;
}

function turtleFiles(
  files: DataFiles,
  shipped: readonly string[],
  own: readonly string[],
): readonly TurtleFile[] {
  return [
    ...shipped.map((name) => ({ name: `data/${name}`, text: files.text(name) })),
    ...own.map((name) => ({ name, text: files.userText(name) })),
  ];
}

function parseFile({ name, text }: TurtleFile): ReturnType<typeof parseRdf> {
  return parseRdf(text, { format: formatOfFile(name) ?? 'turtle', where: name });
}

async function loadIssues(files: DataFiles, own: readonly string[] | undefined): Promise<readonly Issue[]> {
  const sources = turtleFiles(files, own === undefined ? files.list('issues', '.ttl') : [], own ?? []);
  const issues = new Map<string, Issue>();
  for (const source of sources) {
    const found = readIssues(await parseFile(source), source.name);
    if (found.length === 0) {
      const what = 'a dip:Issue with skos:prefLabel and dip:proposition';
      throw new InputError(source.name, `there is no issue in it; an issue is ${what}`);
    }
    for (const issue of found) {
      const other = issues.get(issue.id);
      if (other !== undefined && other.iri !== issue.iri) {
        throw new InputError(
          source.name,
          `issue "${issue.id}" is there twice: ${other.iri} and ${issue.iri}`,
        );
      }
      issues.set(issue.id, issue);
    }
  }
  return [...issues.values()];
}

async function loadEntities(
  files: DataFiles,
  { entities = [], withoutShippedEntities = false }: ResourceOptions,
  gazetteer: Gazetteer,
): Promise<UserEntities> {
  const shipped = withoutShippedEntities ? [] : files.list('entities', '.ttl');
  const triples = await Promise.all(
    turtleFiles(files, shipped, entities).map(async (source) => {
      const parsed = await parseFile(source);
      const { persons, things } = readEntities(parsed, gazetteer);
      if (persons.length + things.length === 0) {
        const types = 'schema:Person, dip:State, schema:Organization, dip:Group, dip:Outlet or schema:Place';
        const what = `a node with skos:prefLabel and one of the types ${types}`;
        throw new InputError(source.name, `there is no actor in it; an actor is ${what}`);
      }
      return parsed;
    }),
  );
  return readEntities(triples.flat(), gazetteer);
}

function readModelLexicons(files: DataFiles): ModelLexicons {
  const [reporting, classes] = ['lexicon/reporting.tsv', 'lexicon/lexical-classes.tsv'] as const;
  const nounKinds = 'lexicon/noun-kinds.tsv';
  return {
    reporting: parseReportingLexicon(files.text(reporting), `data/${reporting}`),
    classes: parseLexicalClasses(files.text(classes), `data/${classes}`),
    nounKinds: parseNounKinds(files.text(nounKinds), `data/${nounKinds}`),
  };
}

/** The lists of words that the attribution models look at. */
export function loadModelLexicons(): ModelLexicons {
  return readModelLexicons(new DataFiles());
}

/** The extractor of this name; only what it needs is read. */
function createExtractor(name: ExtractorName, files: DataFiles, actorNouns: readonly string[]): Extractor {
  const lexicons = readModelLexicons(files);
  const rules = createRuleExtractor(
    lexicons.reporting,
    parseRuleReliability(files.text('lexicon/rule-reliability.tsv'), 'data/lexicon/rule-reliability.tsv'),
    parseActorNouns(actorNouns),
    lexicons.nounKinds,
  );
  if (name === 'rules') return rules;
  const models = createModelExtractor(
    readAttributionModels((file) => files.bytes(`models/${file}`)),
    rules,
    lexicons,
  );
  return name === 'models' ? models : createMergeExtractor(rules, models);
}

/** Reads the issues alone. */
export function loadIssueFiles(own?: readonly string[]): Promise<readonly Issue[]> {
  return loadIssues(new DataFiles(), own);
}

/** Reads every data file that the stages need; an InputError names the user's file that has a mistake. */
export async function loadResources(options: ResourceOptions = {}): Promise<Resources> {
  const files = new DataFiles(options.models);
  const [givenNames, offices] = [files.text('lexicon/given-names.tsv'), files.text('lexicon/offices.tsv')];
  const [persons, places] = [files.text('gazetteer/persons.tsv'), files.text('gazetteer/places.tsv')];
  const aliases = files.text('lexicon/aliases.tsv');
  const groupNouns = files.text('lexicon/group-nouns.tsv');
  const institutionNouns = files.text('lexicon/institution-nouns.tsv');
  const states = files.text('gazetteer/states.tsv');
  const organisations = files.text('gazetteer/organisations.tsv');
  const gazetteer = parseGazetteer({ persons, places, states, organisations, offices, givenNames });
  const stance = [
    'predicates',
    'stance-attitudes',
    'stance-evaluations',
    'place-names',
    'word-rarity',
    'claim-reliability',
  ].map((name) => parseStanceLexicon(files.text(`lexicon/${name}.tsv`), `data/lexicon/${name}.tsv`));
  const language = readLanguageModels((name) => files.bytes(`models/${name}`));
  return {
    outlets: parseOutletHosts(files.text('lexicon/outlets.tsv')),
    language,
    extractor: withoutVoices(
      createExtractor(options.extractor ?? 'merge', files, [offices, groupNouns, institutionNouns]),
      options.without ?? [],
    ),
    names: {
      ...parseNameLexicon({
        states,
        organisations,
        places,
        personNames: files.text('gazetteer/person-names.tsv'),
        offices,
        groupNouns,
        institutionNouns,
        givenNames,
        nameWords: files.text('lexicon/name-words.tsv'),
        aliases,
      }),
      recogniser: readNameRecogniser(files.bytes('models/names.model')),
    },
    registers: {
      gazetteer,
      userEntities: await loadEntities(files, options, gazetteer),
      aliases: parseAliases(aliases),
      antecedents: parseAntecedentWeights(files.text('models/antecedents.tsv')),
    },
    positions: { issues: await loadIssues(files, options.issues), lexicon: mergeStanceLexicons(stance) },
    hashes: files.hashes,
  };
}
