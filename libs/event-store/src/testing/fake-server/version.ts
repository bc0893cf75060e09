/** Whether a server's version is older than another, each as `major.minor.patch…`. */
export function precedes(version: string, other: string): boolean {
  const theirs = other.split('.').map(Number);
  for (const [n, part] of version.split('.').map(Number).entries()) {
    if (part !== (theirs[n] ?? 0)) return part < (theirs[n] ?? 0);
  }
  return false;
}
