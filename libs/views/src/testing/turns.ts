/** How many turns of the event loop others have while something is answered. */
export async function turnsDuring(answered: () => Promise<unknown>): Promise<number> {
  let turns = 0;
  let isOver = false;
  const count = (): void => {
    turns++;
    if (!isOver) setImmediate(count);
  };
  setImmediate(count);
  await answered();
  isOver = true;
  return turns;
}
