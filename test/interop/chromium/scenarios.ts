/**
 * The scenarios of test/interop/scenarios, once in a page of Chromium and once
 * here: the logs are the same, but for the rows of docs/deviations.md.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import test from 'ava';
import type { Page } from 'playwright-core';

import * as here from '../../../lib/index.js';
import { interopFolder, launchChromium } from '../../helpers/chromium-browser.js';
import { size } from '../../helpers/size.js';
import { differences } from './helpers/differences.js';

type Lanes = Readonly<Record<string, readonly string[]>>;

interface Scenario {
  readonly name: string;
}

interface Module {
  readonly scenarios: readonly Scenario[];
  play(scenario: Scenario, scope: unknown): Promise<Lanes>;
}

const used = new Set<string>();

/** What the log here should be, when Chromium's is this. */
function expected(theirs: Lanes, scenario: string): Lanes {
  const lanes = Object.entries(theirs).map(([lane, entries]) => [
    lane,
    differences.reduce((before, { row, expect }) => {
      const after = expect(before, lane, scenario);
      if (JSON.stringify(after) !== JSON.stringify(before)) used.add(row);
      return after;
    }, entries),
  ]);
  return Object.fromEntries(lanes.filter(([, entries]) => entries!.length > 0)) as Lanes;
}

async function playThere(page: Page, name: string): Promise<Lanes> {
  return page.evaluate(async (wanted) => {
    const [scenariosPath, tracksPath] = ['/scenarios/index.mjs', '/chromium/page/tracks.mjs'];
    const { scenarios, play } = (await import(scenariosPath)) as Module;
    const { makeTrack } = (await import(tracksPath)) as { makeTrack: unknown };
    return play(
      scenarios.find((scenario) => scenario.name === wanted)!,
      Object.assign(Object.create(globalThis) as object, { makeTrack }),
    );
  }, name);
}

function playHere({ play }: Module, scenario: Scenario): Promise<Lanes> {
  const makeTrack = (kind: 'audio') => here.nonstandard.createTestTrack(kind);
  return play(scenario, { ...here, makeTrack });
}

/** The first cells of the rows under a heading. */
function rows(heading: string): string[] {
  const text = readFileSync(join(interopFolder, '..', '..', 'docs', 'deviations.md'), 'utf8');
  const section = text.split(/^## /m).find((part) => part.startsWith(heading)) ?? '';
  const cells = [...section.matchAll(/^\| ([^|]+) \|/gm)].map(([, cell]) => cell!.trim());
  return cells.slice(1).filter((cell) => !/^-+$/.test(cell));
}

/** Chromium makes 500 connections a page, collected or not; a scenario takes up to five. */
const scenariosOfPage = 100;

test('the logs are the same as those of Chromium', async (t) => {
  t.timeout(size(3, 60) * 60_000);
  const url = pathToFileURL(join(interopFolder, 'scenarios', 'index.mjs')).href;
  const module = (await import(url)) as Module;
  const { scenarios } = module;
  t.true(scenarios.length >= 200);
  const browser = await launchChromium({ mdns: false });
  t.teardown(() => browser.close());
  for (let round = 0; round < size(1, 20); round += 1) {
    for (let start = 0; start < scenarios.length; start += scenariosOfPage) {
      const page = await browser.open();
      for (const scenario of scenarios.slice(start, start + scenariosOfPage)) {
        const theirs = await playThere(page, scenario.name);
        t.is(theirs['scenario'], undefined, `${scenario.name} in Chromium`);
        const ours = await playHere(module, scenario);
        t.deepEqual(ours, expected(theirs, scenario.name), scenario.name);
      }
      await page.close();
    }
  }
  t.deepEqual([...used].sort(), differences.map(({ row }) => row).sort(), 'each is still true');
});

test('each difference has its row in docs/deviations.md', (t) => {
  const known = differences.map(({ row }) => row);
  t.deepEqual(rows('Behaviour beside Chromium').sort(), known.sort());
});
