import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lineStyles, markerPath } from '#lib/charts/styles.ts';

const css = readFileSync(new URL('../../../src/lib/site/tokens.css', import.meta.url), 'utf8');

function tokens(selector: string): Record<string, string> {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf('}', start));
  return Object.fromEntries(
    [...block.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map((m) => [m[1], m[2]]),
  );
}

const light = tokens(':root');
const dark = tokens(":root[data-theme='dark']");
const wished = tokens(":root:not([data-theme='light'])");

const linear = (c: number) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
const rgb = (hex: string) =>
  [1, 3, 5].map((i) => linear(parseInt(hex.slice(i, i + 2), 16) / 255)) as Triple;
type Triple = [number, number, number];

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(a: string, b: string): number {
  const [y1, y2] = [a, b].map((hex) => {
    const [red, green, blue] = rgb(hex);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
  });
  return Math.max(y1, y2) / Math.min(y1, y2);
}

/** Machado, Oliveira and Fernandes (2009), severity 1. */
const vision: Record<string, number[]> = {
  trichromat: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanope: [
    0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998,
  ],
  deuteranope: [
    0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881,
  ],
  tritanope: [
    1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039,
  ],
};

/** Björn Ottosson's Oklab; distances times 100, where about 2 can just be seen. */
function oklab(hex: string, eye: string): Triple {
  const m = vision[eye];
  const c = rgb(hex);
  const [r, g, b] = [0, 3, 6].map((i) =>
    Math.min(1, Math.max(0, m[i] * c[0] + m[i + 1] * c[1] + m[i + 2] * c[2])),
  );
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const n = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * n - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * n + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * n - 0.808675766 * s,
  ];
}

function difference(a: string, b: string, eye: string): number {
  const [p, q] = [oklab(a, eye), oklab(b, eye)];
  return 100 * Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

const surfaces = ['--surface', '--surface-raised', '--surface-sunken'];
const texts = ['--ink', '--ink-muted', '--accent', '--accent-hover', '--good', '--bad', '--warn'];
const marks = Object.keys(light).filter((name) => /^--(variant|estimator|class)-/.test(name));

describe('design tokens', () => {
  it('are the same for a dark system and for a dark page', () => {
    expect(wished).toEqual(dark);
  });

  it('give every colour in dark that they give in light', () => {
    const coloured = Object.entries(light).filter(([, value]) => value.startsWith('#'));
    expect(coloured.map(([name]) => name).filter((name) => !(name in dark))).toEqual([]);
  });

  describe.each([
    ['light', light],
    ['dark', { ...light, ...dark }],
  ])('%s', (_, theme) => {
    it.each(texts)('%s has 4.5:1 on every surface', (text) => {
      for (const surface of surfaces) {
        expect(contrast(theme[text], theme[surface]), surface).toBeGreaterThanOrEqual(4.5);
      }
    });

    it('has 4.5:1 on the accent', () => {
      expect(contrast(theme['--on-accent'], theme['--accent'])).toBeGreaterThanOrEqual(4.5);
    });

    it.each(marks)('%s has 3:1 where charts stand', (mark) => {
      for (const surface of ['--surface', '--surface-raised']) {
        expect(contrast(theme[mark], theme[surface]), surface).toBeGreaterThanOrEqual(3);
      }
    });

    it.each(Object.keys(vision))('any two lines differ for a %s', (eye) => {
      const colours = [...new Set(Object.values(lineStyles).map(({ token }) => theme[token]))];
      for (const [i, a] of colours.entries()) {
        for (const b of colours.slice(i + 1)) {
          expect(difference(a, b, eye), `${a} ${b}`).toBeGreaterThan(5);
        }
      }
    });
  });
});

describe('line styles', () => {
  it('name tokens that there are', () => {
    for (const { token } of Object.values(lineStyles)) expect(light).toHaveProperty(token);
  });

  it('give no two the same marker, but for dropout and its own prediction, and a mean and its limit', () => {
    const {
      off,
      'exact-arithmetic-mean': arithmetic,
      'exact-geometric-mean': geometric,
      ...others
    } = lineStyles;
    const markers = Object.values(others).map(({ marker }) => marker);
    expect(new Set(markers).size).toBe(markers.length);
    expect(off).toMatchObject({ dash: lineStyles.dropout.dash, marker: lineStyles.dropout.marker });
    for (const [exact, sampled] of [
      [arithmetic, lineStyles['arithmetic-mean']],
      [geometric, lineStyles['geometric-mean']],
    ]) {
      expect(exact).toMatchObject({ token: sampled.token, marker: sampled.marker });
      expect(exact.dash).not.toEqual(sampled.dash);
    }
  });

  it('draw each marker as one closed outline', () => {
    for (const { marker } of Object.values(lineStyles)) {
      expect(markerPath(marker, 5)).toMatch(/^M-?[\d.]+,-?[\d.]+[^M]*Z$/);
    }
  });
});
