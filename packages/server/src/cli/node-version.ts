/** The oldest Node that the server runs on, as in `engines`. */
const OLDEST: readonly [major: number, minor: number] = [20, 19];

/** Whether this version is new enough. */
export function isNodeNewEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}

/** Says in one line that Node is too old, and answers true, when it is. */
export function refuseOldNode(version: string): boolean {
  if (isNodeNewEnough(version)) return false;
  process.stderr.write(`unable to run parley; Node ${version} is too old: install Node ${OLDEST.join('.')} or newer\n`);
  return true;
}
