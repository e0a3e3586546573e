/** Words in lines of a width, each behind an indent. */
function fill(words: readonly string[], width: number, indent: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    if (line === '') line = indent + word;
    else if (line.length + 1 + word.length <= width) line += ` ${word}`;
    else {
      lines.push(line);
      line = indent + word;
    }
  }
  return [...lines, line].join('\n');
}

function wrapLine(line: string, width: number): string {
  const [indent = ''] = /^ */u.exec(line) ?? [];
  // An example stays on its line, so that it can be copied.
  if (line.length <= width || line.startsWith('demarche ', indent.length)) return line;
  return fill(line.trim().split(/ +/u), width, indent);
}

/** A help text whose prose fits a width; lines that follow one another in the first column are one paragraph. */
export function wrapHelp(text: string, width: number): string {
  const joined = text.replaceAll(/(?<=^[^\s\n][^\n]{60,})\n(?=[^\s\n])/gmu, ' ');
  return joined
    .split('\n')
    .map((line) => wrapLine(line, width))
    .join('\n');
}
