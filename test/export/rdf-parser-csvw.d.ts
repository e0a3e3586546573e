/** The part of the CSVW parser that the tests use; it comes without types. */
declare module 'rdf-parser-csvw' {
  import type { DatasetCore, Quad } from '@rdfjs/types';

  interface Options {
    readonly metadata: DatasetCore;
    readonly baseIRI: string;
  }

  export default class Parser {
    constructor(options: Options);
    import(input: NodeJS.ReadableStream): AsyncIterable<Quad>;
  }
}
