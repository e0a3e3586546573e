/** A format that we read. */
export type ReadFormat = 'trig' | 'turtle' | 'nquads' | 'ntriples' | 'rdfxml';

const FORMAT_BY_ENDING: Readonly<Record<string, ReadFormat>> = {
  nq: 'nquads',
  nt: 'ntriples',
  owl: 'rdfxml',
  rdf: 'rdfxml',
  trig: 'trig',
  ttl: 'turtle',
};

/** The endings by which `formatOfFile` knows an RDF file, without the dot. */
export const RDF_FILE_ENDINGS: readonly string[] = Object.keys(FORMAT_BY_ENDING);

/** The format that a file's ending tells: `graph.trig` → `trig`; undefined for any other ending. */
export function formatOfFile(file: string): ReadFormat | undefined {
  const ending = /\.([a-z]+)$/iu.exec(file)?.[1]?.toLowerCase();
  return ending === undefined ? undefined : FORMAT_BY_ENDING[ending];
}
