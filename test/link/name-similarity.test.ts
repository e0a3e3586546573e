import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSameFullName } from '../../src/link/cluster-persons.ts';
import { foldName, skeletonOf } from '../../src/link/name-key.ts';
import {
  editDistance,
  nameSimilarity,
  partsOf,
  prepareName,
  similarity,
} from '../../src/link/name-similarity.ts';

describe('skeletonOf', () => {
  it.each([
    ['Hegseth', 'Higseth'],
    ['Pete', 'Betty'],
    ['Volodymyr', 'Foludmir'],
    ['Zelenskyy', 'Zelinski'],
    ['Giles', 'Gels'],
    ['Kursk', 'Korsak'],
    ['Shoigu', 'Shoygu'],
    ['Khrushchev', 'Khrushchov'],
    ['Nebenzya', 'Nebenzia'],
    ['Tarasyuk', 'Tarsyuk'],
    ['Mohammed', 'Muhammad'],
    ['Hussein', 'Husain'],
    ['Erdoğan', 'Erdogan'],
    ['Jørgensen', 'Jorgensen'],
    ['Johnson', 'Dzhonson'],
  ])('is one for %s and %s', (left, right) => {
    expect(skeletonOf(left)).toBe(skeletonOf(right));
  });

  it.each([
    ['Putin', 'Biden'],
    ['Lavrov', 'Zakharova'],
    ['Macron', 'Merkel'],
    ['Sunak', 'Starmer'],
  ])('tells %s from %s', (left, right) => {
    expect(skeletonOf(left)).not.toBe(skeletonOf(right));
  });
});

describe('foldName', () => {
  it.each([
    ['Recep Tayyip Erdoğan', 'recep tayyip erdogan'],
    ['Pål Jonson', 'pal jonson'],
    ['Sana’a', 'sanaa'],
    ['Jean-Yves Le Drian', 'jean yves le drian'],
    ['Łukasz Szumowski', 'lukasz szumowski'],
  ])('writes %s as %s', (name, folded) => {
    expect(foldName(name)).toBe(folded);
  });
});

describe('partsOf', () => {
  it.each([
    ['Ursula von der Leyen', 'Ursula', 'von der Leyen', 'Leyen'],
    ['Bashar al-Assad', 'Bashar', 'al-Assad', 'Assad'],
    ['Mohammed bin Salman', 'Mohammed', 'bin Salman', 'Salman'],
    ['Putin', '', 'Putin', 'Putin'],
    ['al-Assad', '', 'al-Assad', 'Assad'],
    ['Mr Milosevic', '', 'Milosevic', 'Milosevic'],
    ['Ben Wallace', 'Ben', 'Wallace', 'Wallace'],
    ['Walter Wallace Jr.', 'Walter', 'Wallace', 'Wallace'],
  ])('divides %s', (name, first, family, last) => {
    expect(partsOf(name)).toEqual({ first, family, last });
  });
});

describe('isSameFullName', () => {
  it.each([
    ['Sergei Lavrov', 'Sergey Lavrov'],
    ['Viktor Yushchenko', 'Viktor Yuschenko'],
    ['Borys Tarasyuk', 'Boris Tarsyuk'],
    ['J. Biden', 'Joe Biden'],
    ['John R. Bolton', 'John Bolton'],
    ['Vasily Nebenzya', 'Vassily Nebenzia'],
  ])('takes %s and %s for one', (left, right) => {
    expect(isSameFullName(left, right)).toBe(true);
  });

  it.each([
    ['Hillary Clinton', 'Bill Clinton'],
    ['Viktor Yushchenko', 'Viktor Yanukovych'],
    ['Mark Rutte', 'Mark Carney'],
    ['Donald Trump', 'Ivanka Trump'],
    ['Jake Sullivan', 'Louis Sullivan'],
    ['Abbas Araghchi', 'Mahmoud Abbas'],
    ['Kim Jong-un', 'Kim Yo-jong'],
    ['Chris Wallace', 'Ben Wallace'],
    ['Rashid Khalidi', 'Khalid Rashid'],
    ['George H.W. Bush', 'George W. Bush'],
  ])('keeps %s and %s apart', (left, right) => {
    expect(isSameFullName(left, right)).toBe(false);
  });
});

describe('similarity', () => {
  const name = fc.string({
    unit: fc.constantFrom(...Array.from('abdeghiklmnoprstuvyz')),
    minLength: 1,
    maxLength: 12,
  });

  it('is symmetric', () => {
    fc.assert(
      fc.property(name, name, (left, right) => {
        expect(similarity(left, right)).toBeCloseTo(similarity(right, left), 12);
      }),
    );
  });

  it('is 1 for a name and itself and never leaves 0–1', () => {
    fc.assert(
      fc.property(name, name, (left, right) => {
        expect(similarity(left, left)).toBe(1);
        const value = nameSimilarity(prepareName(`${left} ${right}`), prepareName(right));
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('holds the triangle inequality of edits', () => {
    fc.assert(
      fc.property(name, name, name, (a, b, c) => {
        expect(editDistance(a, c)).toBeLessThanOrEqual(editDistance(a, b) + editDistance(b, c));
      }),
    );
  });

  it('gives the same key however the capitals are', () => {
    fc.assert(
      fc.property(name, (word) => {
        expect(skeletonOf(word.toUpperCase())).toBe(skeletonOf(word));
      }),
    );
  });
});
