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
  return Object.fromEntries(
    Object.entries(theirs).map(([lane, entries]) => [
      lane,
      differences.reduce((before, { row, expect }) => {
        const after = expect(before, scenario);
        if (JSON.stringify(after) !== JSON.stringify(before)) used.add(row);
        return after;
      }, entries),
    ]),
  );
}

async function playThere(page: Page, name: string): Promise<Lanes> {
  return page.evaluate(async (wanted) => {
    const path = '/scenarios/index.mjs';
    const { scenarios, play } = (await import(path)) as Module;
    return play(
      scenarios.find((scenario) => scenario.name === wanted)!,
      globalThis,
    );
  }, name);
}

/** The first cells of the rows under a heading. */
function rows(heading: string): string[] {
  const text = readFileSync(join(interopFolder, '..', '..', 'docs', 'deviations.md'), 'utf8');
  const section = text.split(/^## /m).find((part) => part.startsWith(heading)) ?? '';
  const cells = [...section.matchAll(/^\| ([^|]+) \|/gm)].map(([, cell]) => cell!.trim());
  return cells.slice(1).filter((cell) => !/^-+$/.test(cell));
}

test('the logs are the same as those of Chromium', async (t) => {
  const url = pathToFileURL(join(interopFolder, 'scenarios', 'index.mjs')).href;
  const { scenarios, play } = (await import(url)) as Module;
  t.true(scenarios.length >= 30);
  const browser = await launchChromium({ mdns: false });
  t.teardown(() => browser.close());
  for (let round = 0; round < size(1, 20); round += 1) {
    // Chromium makes 500 connections a page, collected or not.
    const page = await browser.open();
    for (const scenario of scenarios) {
      const theirs = await playThere(page, scenario.name);
      t.is(theirs['scenario'], undefined, `${scenario.name} in Chromium`);
      const ours = await play(scenario, here);
      t.deepEqual(ours, expected(theirs, scenario.name), scenario.name);
    }
    await page.close();
  }
  t.deepEqual([...used].sort(), differences.map(({ row }) => row).sort(), 'each is still true');
});

test('each difference has its row in docs/deviations.md', (t) => {
  const known = differences.map(({ row }) => row);
  t.deepEqual(rows('Behaviour beside Chromium').sort(), known.sort());
});
