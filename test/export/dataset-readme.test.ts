import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DATASET_TABLES } from '../../src/export/dataset-tables.ts';
import { writeCodebook } from '../../src/export/describe/codebook.ts';
import { readWordDefinitions } from '../../src/export/describe/word-definitions.ts';
import type { DatasetFacts } from '../../src/export/package/dataset-facts.ts';
import { writeReadme } from '../../src/export/package/dataset-readme.ts';
import { parseMeasuredFigures } from '../../src/export/package/measured-figures.ts';
import { CERTAINTIES, REPORTING_KINDS, STANCES } from '../../src/export/tables/concept-words.ts';
import { parseTurtleFamily } from '../../src/rdf/parse-rdf.ts';
import { EXAMPLE_METADATA } from './write-example.ts';

const FACTS: DatasetFacts = {
  metadata: EXAMPLE_METADATA,
  software: '0.1.0',
  measured: parseMeasuredFigures(readFileSync('data/accuracy.tsv', 'utf8')),
  rows: new Map(DATASET_TABLES.map(({ name }) => [name, 1])),
  uniqueKeys: new Set(),
  runs: [],
  files: [],
};

describe('the codebook', () => {
  it('explains every stance, certainty and kind of report by the ontology', () => {
    const text = readFileSync('ontology/diplomacy.ttl', 'utf8');
    const ontology = parseTurtleFamily(text, { format: 'turtle', where: 'diplomacy.ttl' });
    const codebook = writeCodebook(FACTS.rows, readWordDefinitions(ontology));
    for (const word of [...STANCES, ...CERTAINTIES, ...REPORTING_KINDS]) {
      expect(codebook).toMatch(new RegExp(`\\| \`${word}\` \\| [A-Z].{10,} \\| \\S.{4,} \\|\\n`, 'u'));
    }
    expect(codebook.indexOf('`supports` | The')).toBeLessThan(codebook.indexOf('`rejects` | The'));
  });
});

describe('the README of a dataset', () => {
  it('gives the figures of the development articles as what they are, where there are none of its own', () => {
    const readme = writeReadme(FACTS);
    expect(readme).toContain('No accuracy was measured on **these** articles.');
    expect(readme).toMatch(/developed with these 12 at hand/u);
    expect(readme).toMatch(/\| claims with the right holder, .* \| \d{2}\.\d \|\n/u);
  });

  it('gives its own figures with their source, and none of others', () => {
    const accuracy = [{ measure: 'holder, F1', value: '0.62', source: '20 articles coded by two persons' }];
    const readme = writeReadme({ ...FACTS, metadata: { ...EXAMPLE_METADATA, accuracy } });
    expect(readme).toContain('| holder, F1 | 0.62 | 20 articles coded by two persons |');
    expect(readme).not.toContain('**these** articles');
  });

  it('names authors and publisher', () => {
    expect(writeReadme(FACTS)).toContain(
      'By [Josiah Carberry](https://orcid.org/0000-0002-1825-0097), Brown University. Published by Brown University.',
    );
    const { authors: _, ...rest } = EXAMPLE_METADATA;
    expect(writeReadme({ ...FACTS, metadata: { ...rest, authors: [], publisher: '' } })).not.toMatch(
      /By \[|Published by/u,
    );
  });

  it('counts one as one', () => {
    expect(writeReadme(FACTS)).toContain('1 claim from 1 article; 1 actor, 1 issue.');
    expect(writeCodebook(FACTS.rows)).not.toMatch(/\b1 rows/u);
  });

  it('says of every table what a row is', () => {
    for (const { name } of DATASET_TABLES) {
      expect(writeReadme(FACTS)).toMatch(new RegExp(`\\| \`${name}\` \\| 1 \\| [a-z]`, 'u'));
    }
  });
});
