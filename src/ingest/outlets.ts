/** The publisher's name for a host: `aljazeera.com` → “Al Jazeera”. */
export type OutletHosts = ReadonlyMap<string, string>;

/** Reads `data/lexicon/outlets.tsv`: host, tab, name; lines that begin with `#` are comments. */
export function parseOutletHosts(table: string): OutletHosts {
  const hosts = new Map<string, string>();
  for (const line of table.split('\n')) {
    const [host = '', name = ''] = line.split('\t').map((cell) => cell.trim());
    if (!host.startsWith('#') && host !== '' && name !== '') hosts.set(host.toLowerCase(), name);
  }
  return hosts;
}

/** The outlet to which an address belongs, by its host or a domain above it; undefined when none is listed. */
export function outletOfUrl(url: string, hosts: OutletHosts): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const labels = new URL(url).hostname.toLowerCase().split('.');
  for (let first = 0; first < labels.length - 1; first += 1) {
    const name = hosts.get(labels.slice(first).join('.'));
    if (name !== undefined) return name;
  }
  return undefined;
}

/** The listed outlet whose name a text is: “BBC News”. */
export function outletOfName(words: string, hosts: OutletHosts): string | undefined {
  const wanted = words.trim().toLowerCase();
  return [...hosts.values()].find((name) => name.toLowerCase() === wanted);
}
