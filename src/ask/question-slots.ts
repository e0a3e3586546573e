/** What a question was understood to hold. Names are IRIs, stances as in `dip:rejects` without prefix, days `YYYY-MM-DD`. */
export interface Slots {
  readonly issue?: string;
  readonly holder?: string;
  /** The second of two actors who are asked for together: “Do Egypt and Sudan agree?” */
  readonly partner?: string;
  /** Whose positions somebody else tells: “What does Egypt say that Sudan wants?” */
  readonly told?: string;
  /** “According to Egypt, …” */
  readonly speaker?: string;
  readonly outlet?: string;
  readonly stance?: string;
  /** `1` for, `-1` against, whatever the stance. */
  readonly polarity?: string;
  readonly since?: string;
  readonly until?: string;
  readonly headlines?: string;
}

/** The part of a question that a parameter of a query can take. */
export type SlotName = keyof Slots;

/** What a question asks besides its slots. */
export interface QuestionForm {
  /** `condition`, `moved`, …: the `ask:` meanings of its words. */
  readonly asks: ReadonlySet<string>;
  /** “Does Egypt …?” */
  readonly isYesNo: boolean;
  /** “… does not reject …” */
  readonly isNegated: boolean;
  /** Names and nothing else: “Egypt dam”. */
  readonly isKeywords: boolean;
}
