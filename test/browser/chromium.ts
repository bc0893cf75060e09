import { accessSync, constants } from 'node:fs';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The Chromium of this machine: CHROMIUM_PATH, or the usual places. Throws where CHROMIUM_PATH names none. */
export function chromiumPath(): string | undefined {
  const named = process.env['CHROMIUM_PATH'];
  if (!named) return PLACES.find(isProgram);
  if (!isProgram(named)) throw new Error(`CHROMIUM_PATH=${named} is no program`);
  return named;
}

/**
 * What Chromium is to leave out. It draws the suggestions of its address bar in pages of their own, two for every window, which
 * took a second of processor time each time somebody opened the page. It takes the last such list it is given, so those of
 * Playwright's list that matter here are named too.
 */
const LEFT_OUT = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AimEnabled',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
];

const started = (...leftOut: readonly string[]): string[] => [
  '--no-sandbox',
  `--disable-features=${leftOut.join(',')}`,
];

/** What a Chromium that is measured is started with. */
export const CHROMIUM_ARGS = started(...LEFT_OUT);
/** And for tests: each visit opens a window of somebody new, and a process held ready for it would be thrown away. */
export const CHROMIUM_ARGS_OF_TESTS = started(...LEFT_OUT, 'SpareRendererForSitePerProcess');
