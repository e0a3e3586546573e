import { describe, expect, it } from 'vitest';
import { AlikeNames } from '../../src/link/alike-names.ts';
import type { Cluster } from '../../src/link/cluster.ts';

function clusterOf(...surfaces: string[]): Cluster {
  return { type: 'person', mentions: [], surfaces, roles: [] };
}

const initialOf = (name: string): string => name.slice(0, 1);

describe('AlikeNames', () => {
  it('gives the oldest cluster first, each with the likeness of its likest name', () => {
    const names = new AlikeNames((left, right) => (left === right ? 1 : 0.5), 0.5, initialOf);
    const [first, second] = [clusterOf('Obi'), clusterOf('Ada Obi', 'Okoye')];
    names.add(first, first.surfaces);
    names.add(second, second.surfaces);
    expect(names.find('Okoye')).toEqual([
      { cluster: first, likeness: 0.5 },
      { cluster: second, likeness: 1 },
    ]);
  });

  it('compares two spellings once, and those that are added later as well', () => {
    const compared: string[] = [];
    const names = new AlikeNames(
      (left, right) => {
        compared.push(`${left} ${right}`);
        return left === right ? 1 : 0;
      },
      1,
      initialOf,
    );
    const [first, second] = [clusterOf('Obi'), clusterOf('Okoye')];
    names.add(first, first.surfaces);
    expect(names.find('Okoye')).toEqual([]);
    names.add(second, ['Okoye']);
    names.add(first, ['Okoye']);
    expect(names.find('Okoye').map(({ cluster }) => cluster)).toEqual([first, second]);
    expect(compared).toEqual(['Okoye Obi', 'Okoye Okoye']);
  });

  it('compared a list of thousands of names each with each: now those beyond the first only with names of their key', () => {
    let compared = 0;
    const names = new AlikeNames(
      (left, right) => {
        compared += 1;
        return left === right ? 1 : 0;
      },
      1,
      initialOf,
    );
    const clusters = Array.from({ length: 2000 }, (_, index) => clusterOf(`${index % 7} Obi ${index}`));
    for (const cluster of clusters) {
      names.find(cluster.surfaces[0] ?? '');
      names.add(cluster, cluster.surfaces);
    }
    expect(compared).toBeLessThan(2000 * 600);
    for (const cluster of [clusters[0], clusters[299], clusters[1400]])
      expect(names.find(cluster?.surfaces[0] ?? '').map((found) => found.cluster)).toEqual([cluster]);
  });
});
