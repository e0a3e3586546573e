import type { Reporting } from './attribution.ts';
import type { Span } from './span.ts';

/** The stances in order, from full support to rejection, with their polarity. */
export const STANCE_POLARITY = {
  supports: 1,
  'conditionally-supports': 1,
  proposes: 1,
  requests: 1,
  asserts: 0,
  concedes: 0,
  doubts: -1,
  criticises: -1,
  rejects: -1,
} as const;

/** A holder's stance towards an issue's proposition as worded. */
export type Stance = keyof typeof STANCE_POLARITY;

/** +1 for, 0 neither, −1 against. */
export type Polarity = (typeof STANCE_POLARITY)[Stance];

/** How sure the source itself is: GRaSP's certainty values. */
export type Certainty = 'certain' | 'probable' | 'possible' | 'underspecified';

/** The id of an entity of the article, the article's own voice, or nobody whom the text names. */
export type ActorReference = string;

/** The outlet speaks in its own voice. */
export const ARTICLE = 'article';
/** The text does not say who. */
export const UNATTRIBUTED = 'unattributed';

/** When something is said to have happened, to the precision that the text gives. */
export interface TimeReference {
  /** Extended Date/Time Format, level 1: `2025-02-12`, `2024-11`, `../2014`. */
  readonly edtf: string;
  /** The words of the text. */
  readonly expression: Span;
}

/** Who takes which position on what, according to whom: reported, never asserted as fact. */
export interface Claim {
  /** Unique within the article: `c1`, in reading order. */
  readonly id: string;
  /** Who utters it according to the text: an entity's id, `article` or `unattributed`. */
  readonly speaker: ActorReference;
  /** Whose position it is. */
  readonly holder: ActorReference;
  /** The principal for whom the holder speaks by office: an inference, an entity's id. */
  readonly onBehalfOf?: string;
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  /** The evidence. */
  readonly content: readonly Span[];
  /** The id of an issue; undefined where the content fits none. */
  readonly issue?: string;
  readonly stance?: Stance;
  readonly reporting: Reporting;
  readonly certainty: Certainty;
  readonly condition?: Span;
  readonly saidOn?: TimeReference;
  /** The claim inside which this one is reported. */
  readonly parent?: string;
  /** The issue was taken from the sentence before (ellipsis), whose span this is. */
  readonly antecedent?: Span;
  /** What the stance was decided by, in words. */
  readonly reasons: readonly string[];
  /** The rules or models that found the attribution. */
  readonly foundBy: readonly string[];
  /** Extraction confidence, 0–1. */
  readonly confidence: number;
}
