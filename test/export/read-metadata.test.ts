import { describe, expect, it } from 'vitest';
import { METADATA_TEMPLATE } from '../../src/export/package/dataset-metadata.ts';
import { parseMetadata } from '../../src/export/package/read-metadata.ts';
import { InputError } from '../../src/model/input-error.ts';

const lines = (...all: readonly string[]): string => `${all.join('\n')}\n`;
const read = (text: string) => parseMetadata(text, 'dataset.yaml');

describe('dataset.yaml', () => {
  it('is read from its own template', () => {
    expect(read(METADATA_TEMPLATE)).toMatchObject({
      title: 'Claims in diplomatic news',
      licence: 'CC-BY-4.0',
      authors: [{ given: 'Ada', family: 'Example' }],
    });
  });

  it('is read from its own template with all that it comments out', () => {
    const all = METADATA_TEMPLATE.replaceAll(/^( *)# (?=[ a-z-]+:(?: |$))(?!One of)/gmu, '$1');
    expect(read(all)).toMatchObject({
      authors: [{ orcid: '0000-0002-1825-0097', affiliation: 'University of Example' }],
      published: '2025-03-01',
      doi: '10.5281/zenodo.1234567',
      accuracy: [{ measure: 'claims with the right holder, F1', value: '0.62' }],
    });
  });

  it('may give a DOI and an ORCID as links, and a keyword twice', () => {
    const text = lines(
      'title: x',
      'doi: https://doi.org/10.5281/zenodo.12',
      'keywords: [dams, dams]',
      'authors: [{ given: A, family: B, orcid: https://orcid.org/0000-0002-1825-0097 }]',
    );
    expect(read(text)).toMatchObject({
      doi: '10.5281/zenodo.12',
      keywords: ['dams'],
      authors: [{ orcid: '0000-0002-1825-0097' }],
    });
  });

  it.each([
    ['licence: MIT\ntitle: x', 'dataset.yaml:1: unknown licence "MIT"; allowed are CC-BY-4.0, CC-BY-SA-4.0'],
    ['title: x\n\ntitel: x', 'dataset.yaml:3: unknown field "titel"; allowed are title, description'],
    ['version: 1.0.0', '"title" is missing'],
    ['title: x\nversion: 1 beta', 'dataset.yaml:2: "version" must be a version such as 1.0.0'],
    ['title: x\npublished: 2024-02-30', 'dataset.yaml:2: "published": there is no day 2024-02-30'],
    ['title: x\npublished: 1 May 2024', 'dataset.yaml:2: "published" must be a day as YYYY-MM-DD'],
    ['title: x\ndoi: https://doi.org/10.1/x', 'dataset.yaml:2: "doi" must be a DOI such as'],
    ['title: x\nauthors: Ada', 'dataset.yaml:2: "authors" must be a list'],
    ['title: x\nauthors:\n  - Ada', 'dataset.yaml:3: an author is a mapping with given and family'],
    ['title: x\nauthors:\n  - given: Ada', 'dataset.yaml:3: "family" is missing'],
    [
      'title: x\nauthors:\n  - given: Ada\n    family: E\n    orcid: 0000-0002-1825-0098',
      'dataset.yaml:5: the ORCID 0000-0002-1825-0098 has a wrong check digit',
    ],
    ['title: x\nkeywords: [a, {b: c}]', 'dataset.yaml:2: a keyword must be a text'],
    ['title: x\naccuracy:\n  - measure: F1\n    value: 1', 'dataset.yaml:3: "source" is missing'],
    ['title: x\nauthors:\n\t- given: A', 'dataset.yaml:3: a tab indents this line; only spaces are allowed'],
    ['title: x\ntitle: y', 'dataset.yaml:2: the field "title" stands twice; keep one'],
    ['title: Dams: who', 'dataset.yaml:1: a text with a colon and a space in it needs quotation marks'],
    ['title: &a x\nversion: *a', 'dataset.yaml:2: "version": write the value itself'],
    ['title: x\n---\ntitle: y', 'dataset.yaml:2: a line "---" begins a second document'],
    ['title: [', /^dataset\.yaml:1: \S/u],
    ['', 'dataset.yaml: holds no fields'],
  ])('says where and what is wrong in %j', (text, message) => {
    expect(() => read(text)).toThrow(message);
    expect(() => read(text)).toThrow(InputError);
  });
});
