/** A figure that the software reached on its development articles, in percent. */
export interface MeasuredFigure {
  readonly measure: string;
  readonly value: string;
}

/** Reads `data/accuracy.tsv`: after comments and the line of names, a measure and its value a line. */
export function parseMeasuredFigures(text: string): readonly MeasuredFigure[] {
  const [, ...rows] = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return rows.map((row) => {
    const [measure = '', value = ''] = row.split('\t');
    return { measure, value };
  });
}
