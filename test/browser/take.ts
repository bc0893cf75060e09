import type { Locator } from 'playwright-core';

const TRIES_MAX = 4;
const TAKEN = { timeout: 5_000 };

/**
 * Takes an option of the list that is open. A list that moves into its place under the pointer loses a click now and then: it
 * is clicked again, as a person would, until the list is gone, or until `taken` has seen what the option does.
 */
export async function take(
  option: Locator,
  taken: (limit: typeof TAKEN) => Promise<unknown> = (limit) =>
    option
      .page()
      .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)')
      .waitFor({ state: 'hidden', ...limit }),
): Promise<void> {
  for (let tries = 1; ; tries++) {
    await option.click();
    try {
      await taken(TAKEN);
      return;
    } catch (error) {
      if (tries === TRIES_MAX) throw error;
    }
  }
}
