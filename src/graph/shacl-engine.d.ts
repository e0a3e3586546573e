/** What we use of shacl-engine 1.1.2, which comes without types. */
declare module 'shacl-engine' {
  import type { DataFactory, Quad, Term } from '@rdfjs/types';

  export interface Dataset {
    readonly size: number;
    readonly match: (subject?: Term | null, predicate?: Term | null, object?: Term | null) => Iterable<Quad>;
  }

  export interface PathStep {
    readonly quantifier: 'one' | 'oneOrMore' | 'zeroOrMore' | 'zeroOrOne';
    readonly start: 'subject' | 'object';
    readonly predicates: readonly Term[];
  }

  export interface Result {
    readonly focusNode: { readonly term: Term };
    readonly path?: readonly PathStep[] | null;
    readonly message: readonly { readonly value: string }[];
    readonly severity: Term;
    readonly constraintComponent: Term;
    readonly shape: { readonly ptr: { readonly term: Term } };
    readonly value?: { readonly term: Term | undefined };
  }

  export class Validator {
    constructor(shapes: Dataset, options: { readonly factory: DataFactory });
    validate(data: { readonly dataset: Dataset }): Promise<{ readonly results: readonly Result[] }>;
  }
}
