/** A person who made the dataset. */
export interface Author {
  readonly given: string;
  readonly family: string;
  /** `0000-0002-1825-0097`. */
  readonly orcid?: string;
  readonly affiliation?: string;
}

/** A figure of accuracy, with where it comes from. */
export interface AccuracyFigure {
  readonly measure: string;
  readonly value: string;
  readonly source: string;
}

/** The licences whose text goes with a dataset, by SPDX identifier. */
export const LICENCES = {
  'CC-BY-4.0': 'https://creativecommons.org/licenses/by/4.0/',
  'CC-BY-SA-4.0': 'https://creativecommons.org/licenses/by-sa/4.0/',
  'CC0-1.0': 'https://creativecommons.org/publicdomain/zero/1.0/',
  'ODbL-1.0': 'https://opendatacommons.org/licenses/odbl/1-0/',
} as const;

/** A licence that a dataset can have. */
export type Licence = keyof typeof LICENCES;

/** What people say of a dataset: title, authors, version, licence. */
export interface DatasetMetadata {
  readonly title: string;
  readonly description: string;
  readonly version: string;
  readonly licence: Licence;
  readonly authors: readonly Author[];
  readonly keywords: readonly string[];
  readonly publisher: string;
  /** `YYYY-MM-DD`; without it the files give no date of publication. */
  readonly published?: string;
  /** `10.5281/zenodo.1234567`. */
  readonly doi?: string;
  /** Measured on these articles; empty where nothing was. */
  readonly accuracy: readonly AccuracyFigure[];
}

/** What holds where nothing is said. */
export const DEFAULT_METADATA: DatasetMetadata = {
  title: 'Claims in diplomatic news',
  description:
    'Who is reported to take which position, on what, according to whom, with the words of the articles as evidence.',
  version: '1.0.0',
  licence: 'CC-BY-4.0',
  authors: [],
  keywords: ['claims', 'diplomacy', 'discourse network', 'news', 'stance'],
  publisher: '',
  accuracy: [],
};

/** Whom the template names as author and publisher, for people to replace. */
export const TEMPLATE_NAMES = { family: 'Example', publisher: 'University of Example' } as const;

/** A `dataset.yaml` to fill in. */
export const METADATA_TEMPLATE = `# Describes a dataset: demarche export dataset -o DIR --graph graph.trig --metadata dataset.yaml
title: Claims in diplomatic news
description: Who is reported to take which position, on what, according to whom.
version: 1.0.0
# One of ${Object.keys(LICENCES).join(', ')}; it covers the dataset, never the articles' texts.
licence: CC-BY-4.0
authors:
  - given: Ada
    family: ${TEMPLATE_NAMES.family}
    # orcid: 0000-0002-1825-0097
    # affiliation: University of Example
keywords: [diplomacy, discourse network, stance]
publisher: ${TEMPLATE_NAMES.publisher}
# published: 2025-03-01
# doi: 10.5281/zenodo.1234567
# What was measured on your articles, for the README, each figure with where it comes from. Without it the README gives
# what was measured on the development articles of demarche.
# accuracy:
#   - measure: claims with the right holder, F1
#     value: 0.62
#     source: demarche eval on 20 articles coded by two persons
`;
