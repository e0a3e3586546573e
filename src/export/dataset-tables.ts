import type { Table } from './table.ts';
import { ACTORS } from './tables/actors.ts';
import { ARTICLES } from './tables/articles.ts';
import { CHANGES } from './tables/changes.ts';
import { CLAIMS } from './tables/claims.ts';
import { EVIDENCE } from './tables/evidence.ts';
import { ISSUES } from './tables/issues.ts';
import { LINK_DECISIONS } from './tables/link-decisions.ts';
import { MENTIONS } from './tables/mentions.ts';
import { POSITIONS } from './tables/positions.ts';
import { REVIEWS } from './tables/reviews.ts';

/**
 * The tables of a dataset, in the order in which they are described. Every column of every format and description
 * is described here and nowhere else.
 */
export const DATASET_TABLES: readonly Table[] = [
  CLAIMS,
  EVIDENCE,
  ACTORS,
  ISSUES,
  POSITIONS,
  CHANGES,
  ARTICLES,
  MENTIONS,
  LINK_DECISIONS,
  REVIEWS,
];
