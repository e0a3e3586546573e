/** The part of the JSON-LD library that the tests use; its own types are a package apart. */
declare module 'jsonld' {
  const jsonld: {
    readonly toRDF: (document: object, options: { readonly format: string }) => Promise<unknown>;
  };
  export default jsonld;
}
