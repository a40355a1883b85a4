/** The first difference between two JSON values in words, or null when there is none. Absent and undefined are the same. */
export function explainDifference(expected: unknown, actual: unknown, path = ''): string | null {
  if (Object.is(expected, actual)) return null;
  if (Array.isArray(expected) && Array.isArray(actual)) return inArrays(expected, actual, path);
  if (isRecord(expected) && isRecord(actual)) return inRecords(expected, actual, path);
  return `${path || 'the value'} should be ${show(expected)} and is ${show(actual)}`;
}

function inArrays(expected: readonly unknown[], actual: readonly unknown[], path: string): string | null {
  if (expected.length !== actual.length) {
    return `${path || 'the list'} should have ${expected.length} items and has ${actual.length}: ${show(expected)} / ${show(actual)}`;
  }
  for (const [index, item] of expected.entries()) {
    const difference = explainDifference(item, actual[index], `${path}[${index}]`);
    if (difference) return difference;
  }
  return null;
}

function inRecords(expected: Readonly<Record<string, unknown>>, actual: Readonly<Record<string, unknown>>, path: string): string | null {
  for (const key of new Set([...Object.keys(expected), ...Object.keys(actual)])) {
    const difference = explainDifference(expected[key], actual[key], path ? `${path}.${key}` : key);
    if (difference) return difference;
  }
  return null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function show(value: unknown): string {
  return (JSON.stringify(value) ?? 'undefined').slice(0, 600);
}
