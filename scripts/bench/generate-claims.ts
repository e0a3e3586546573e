import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';

const D = 'https://w3id.org/d#';
const E = 'https://ex.org/';
const XSD = 'http://www.w3.org/2001/XMLSchema#';
const RDF_TYPE = '<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>';
const STANCES = ['supports', 'opposes', 'rejects', 'proposes'];
const FIRST_DAY = Date.UTC(2022, 1, 24);
const DAY = 86_400_000;

/** Writes a claim graph of 8 quads a claim and 3 an actor as N-Triples: 500 actors and 200 issues, few of them famous. */
export async function generateClaims(claims: number, file: string): Promise<void> {
  const out = createWriteStream(file);
  // A linear congruential generator: the same graph on every machine.
  let seed = 42;
  const random = (): number => {
    seed = (seed * 1_664_525 + 1_013_904_223) >>> 0;
    return seed / 2 ** 32;
  };
  const famous = (count: number): number => Math.floor(count * random() * random());
  let lines = '';
  const write = (subject: string, predicate: string, object: string): void => {
    lines += `<${E}${subject}> ${predicate} ${object} .\n`;
  };
  for (let actor = 0; actor < 500; actor += 1) {
    write(`actor/${actor}`, RDF_TYPE, `<${D}Actor>`);
    write(`actor/${actor}`, '<http://www.w3.org/2000/01/rdf-schema#label>', `"Actor ${actor}"@en`);
    write(`actor/${actor}`, `<${D}affiliation>`, `<${E}org/${actor % 40}>`);
  }
  for (let claim = 0; claim < claims; claim += 1) {
    const name = `claim/${claim}`;
    const actor = famous(500);
    const issue = famous(200);
    const stance = STANCES[Math.floor(4 * random())] ?? '';
    const day = new Date(FIRST_DAY + Math.floor(random() * 1400) * DAY).toISOString().slice(0, 10);
    write(name, RDF_TYPE, `<${D}Claim>`);
    write(name, `<${D}holder>`, `<${E}actor/${actor}>`);
    write(name, `<${D}issue>`, `<${E}issue/${issue}>`);
    write(name, `<${D}stance>`, `<${D}${stance}>`);
    write(name, `<${D}statedOn>`, `"${day}"^^<${XSD}date>`);
    write(name, '<http://www.w3.org/ns/prov#wasQuotedFrom>', `<${E}article/${Math.floor(claim / 12)}>`);
    write(name, `<${D}confidence>`, `"${random().toFixed(2)}"^^<${XSD}decimal>`);
    write(name, `<${D}text>`, `"claim text number ${claim} about ${issue}"@en`);
    if (lines.length > 1_000_000) {
      out.write(lines);
      lines = '';
    }
  }
  out.end(lines);
  await finished(out);
}
