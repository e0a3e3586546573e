/** The part of the JSON-LD library that the tests use; its own types are a package apart. */
declare module 'jsonld' {
  interface Options {
    readonly format: string;
    readonly base?: string;
    readonly documentLoader?: (url: string) => Promise<unknown>;
  }

  const jsonld: {
    readonly toRDF: (document: object, options: Options) => Promise<unknown>;
  };
  export default jsonld;
}
