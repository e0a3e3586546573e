import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from 'rolldown';
import type { Plugin } from 'rolldown';

/** What `demarche query` and `demarche ask` run, in few files: hundreds of small ones take longer to find than to run. */
export default defineConfig({
  input: { main: 'dist/cli/main.js', 'query-thread': 'dist/cli/query-thread.js' },
  platform: 'node',
  // Other commands run unbundled; what is rarely needed and large is loaded from where it is installed.
  external: [/\/commands\/(?!query|ask\b)/, /^@comunica\/query-sparql$/, /^rdflib$/],
  plugins: [licences()],
  output: {
    dir: 'dist/bundle',
    format: 'cjs',
    // Code that comes from V8's cache cannot import, but it can require.
    dynamicImportInCjs: false,
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name].cjs',
    cleanDir: true,
  },
});

/** Writes the licences of the packages in the bundle beside it, as they ask for. */
function licences(): Plugin {
  return {
    name: 'licences',
    generateBundle(_, bundle) {
      const folders = new Set<string>();
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        for (const id of chunk.moduleIds) {
          const folder = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//u.exec(id.replaceAll('\\', '/'))?.[1];
          if (folder !== undefined) folders.add(folder);
        }
      }
      const notices = [...folders].map(readNotice).sort();
      this.emitFile({ type: 'asset', fileName: 'LICENCES.txt', source: [...new Set(notices)].join('\n') });
    },
  };
}

function readNotice(folder: string): string {
  const manifest: { name: string; version: string; license?: string } = JSON.parse(
    readFileSync(path.join(folder, 'package.json'), 'utf8'),
  );
  const file = existsSync(folder)
    ? readdirSync(folder).find((name) => /^licen[cs]e/iu.test(name))
    : undefined;
  const text = file === undefined ? '' : `\n${readFileSync(path.join(folder, file), 'utf8').trim()}\n`;
  return `== ${manifest.name} ${manifest.version} (${manifest.license ?? 'see its text'})\n${text}`;
}
