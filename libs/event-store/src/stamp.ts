/**
 * The metadata's text with `recordedAt` added, and with `filedAt` where none is claimed. Parses nothing: the rest of the
 * text stays as it was sent. Here alone, because the writer's thread runs on bare Node and may import nothing else.
 */
export function stamped(metadata: string, recordedAt: string, filed: boolean): string {
  const stamp = `"recordedAt":"${recordedAt}"${filed ? '' : `,"filedAt":"${recordedAt}"`}}`;
  return metadata === '{}' ? `{${stamp}` : `${metadata.slice(0, -1)},${stamp}`;
}
