import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder, writeExampleDataset } from './write-example.ts';

const root = temporaryFolder();
const folder = path.join(root, 'dataset');
const METADATA = 'ro-crate-metadata.json';

interface Entity {
  readonly '@id': string;
  readonly '@type': string;
  readonly [property: string]: unknown;
}

let graph: readonly Entity[];
const entity = (id: string): Entity | undefined => graph.find((each) => each['@id'] === id);

/** The ids that a value refers to; what is neither a reference nor a plain value is `nested`. */
function referencesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((each) => referencesIn(each));
  if (typeof value !== 'object' || value === null) return [];
  const [[key, id] = [], ...others] = Object.entries(value);
  return key === '@id' && others.length === 0 ? [String(id)] : ['nested'];
}

beforeAll(async () => {
  await writeExampleDataset(folder);
  graph = JSON.parse(readFileSync(path.join(folder, METADATA), 'utf8'))['@graph'];
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

describe('the RO-Crate', () => {
  it('is flat, names every entity once, and refers only to what it describes or to its specification', () => {
    const ids = graph.map((each) => each['@id']);
    expect(new Set(ids).size).toBe(ids.length);
    const references = graph.flatMap((each) => Object.values(each).flatMap((value) => referencesIn(value)));
    const open = references.filter((id) => entity(id) === undefined);
    expect(open).toEqual(['https://w3id.org/ro/crate/1.2']);
  });

  it('lists every file of the folder but itself, with a name and a media type', () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => statSync(path.join(folder, file)).isFile() && file !== METADATA)
      .toSorted();
    expect(referencesIn(entity('./')?.['hasPart']).toSorted()).toEqual(files);
    for (const file of files) {
      expect(entity(file)).toMatchObject({
        '@type': 'File',
        name: expect.stringMatching(/\S/u),
        encodingFormat: expect.stringMatching(/^[a-z]+\/\S+$/u),
      });
    }
    expect(entity('csv/claims.csv')?.['name']).toBe('Claims (csv)');
  });

  it('tells who made it, when, under which licence, and how it is cited', () => {
    expect(entity('./')).toMatchObject({
      datePublished: '2024-05-01',
      'cite-as': 'https://doi.org/10.5555/12345678',
      author: [{ '@id': 'https://orcid.org/0000-0002-1825-0097' }],
      publisher: { '@id': '#organisation-Brown%20University' },
      license: { '@id': 'https://creativecommons.org/licenses/by/4.0/' },
    });
    expect(entity('https://orcid.org/0000-0002-1825-0097')).toMatchObject({
      '@type': 'Person',
      name: 'Josiah Carberry',
      affiliation: { '@id': '#organisation-Brown%20University' },
    });
  });

  it('describes its runs as a Process Run Crate', () => {
    const profile = 'https://w3id.org/ro/wfrun/process/0.5';
    expect(entity('./')?.['conformsTo']).toEqual({ '@id': profile });
    expect(entity(profile)?.['@type']).toBe('CreativeWork');
    const actions = graph.filter((each) => each['@type'] === 'CreateAction');
    expect(referencesIn(entity('./')?.['mentions'])).toEqual(actions.map((each) => each['@id']));
    expect(actions.length).toBeGreaterThan(1);
    for (const action of actions) {
      const [tool = ''] = referencesIn(action['instrument']);
      expect(entity(tool)).toMatchObject({ '@type': 'SoftwareApplication', softwareVersion: '0.1.0' });
      const made = referencesIn(action['result']);
      expect(made.map((id) => entity(id)?.['@type'])).toEqual(made.map(() => 'File'));
    }
  });
});
