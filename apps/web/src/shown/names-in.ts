/** The names under which a field may be known, the nearest first: the whole path, its last part, its first. */
export function namesIn(path: string): readonly string[] {
  const inData = path.replace(/^data\./, '');
  const parts = inData.split('.').filter((part) => !/^\d+$/.test(part));
  return [inData, parts.at(-1) ?? inData, parts[0] ?? inData];
}
