import { describe, expect, it } from 'vitest';
import { AlikeNames } from '../../src/link/alike-names.ts';
import type { Cluster } from '../../src/link/cluster.ts';

function clusterOf(...surfaces: string[]): Cluster {
  return { type: 'person', mentions: [], surfaces, roles: [] };
}

describe('AlikeNames', () => {
  it('gives the oldest cluster first, each with the likeness of its likest name', () => {
    const names = new AlikeNames((left, right) => (left === right ? 1 : 0.5), 0.5);
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
    const names = new AlikeNames((left, right) => {
      compared.push(`${left} ${right}`);
      return left === right ? 1 : 0;
    }, 1);
    const [first, second] = [clusterOf('Obi'), clusterOf('Okoye')];
    names.add(first, first.surfaces);
    expect(names.find('Okoye')).toEqual([]);
    names.add(second, ['Okoye']);
    names.add(first, ['Okoye']);
    expect(names.find('Okoye').map(({ cluster }) => cluster)).toEqual([first, second]);
    expect(compared).toEqual(['Okoye Obi', 'Okoye Okoye']);
  });
});
