import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readConfig } from './config.js';
import { createFeedCounters } from './log/counters.js';
import { createMetrics } from './transport/metrics.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const chart = 'deploy/helm/parley';
const templates = readdirSync(join(root, chart, 'templates')).map((name) => read(join(chart, 'templates', name))).join('\n');

/** Follows keys into parsed YAML or JSON. */
function at(value: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>((inner, key) => (typeof inner === 'object' && inner !== null ? Object.entries(inner).find(([name]) => name === key)?.[1] : undefined), value);
}

/** Every `expr` below a value. */
function expressions(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => (key === 'expr' && typeof inner === 'string' ? [inner] : expressions(inner)));
}

function variablesRead(): Set<string> {
  const names = new Set<string>();
  readConfig(new Proxy<Record<string, string | undefined>>({}, { get: (_target, name) => void names.add(String(name)) }));
  return names;
}

describe('metrics that are watched', () => {
  const node = { feeds: createFeedCounters(), queues: [], pools: [], sendsWaiting: 0, eventsAside: 0, operations: 0, shedShare: 0, isBusUp: true, isDraining: false };
  const known = new Map(createMetrics({ ofProcess: true, node: () => node }).describe().map((metric) => [metric.name, metric]));
  const watched = [
    ...expressions(JSON.parse(read('deploy/grafana/parley.json'))),
    ...expressions(parse(read('deploy/prometheus/alerts.yaml'))),
    ...[...templates.matchAll(/query: (.*)/g)].map(([, query = '']) => query.replace(/\{\{.*?\}\}/g, 'x')),
  ];

  it('R196: every metric of dashboard, alerts and chart exists, and so do the labels it is asked by', () => {
    expect(watched.length).toBeGreaterThan(40);
    for (const expression of watched) {
      const names = [...expression.matchAll(/\b((?:parley|process|nodejs)_[a-z0-9_]+)(?:\{([^}]*)\})?/g)];
      for (const [, name = '', matchers = ''] of names) {
        const metric = known.get(name) ?? known.get(name.replace(/_(bucket|sum|count)$/, ''));
        expect(metric, `${name} in ${expression}`).toBeDefined();
        for (const [, label = ''] of matchers.matchAll(/([a-z_]+)\s*=~?/g)) {
          expect(['job', 'instance', 'namespace', 'service', ...(metric?.labels ?? [])], `${name}{${label}}`).toContain(label);
        }
      }
    }
  });

  it('the autoscaler scales on a metric that exists', () => {
    expect(known.has(/metric:\s+name: (\w+)/.exec(templates)?.[1] ?? '')).toBe(true);
  });

  it('every metric of the server is on the dashboard', () => {
    const shown = watched.join('\n');
    for (const name of known.keys()) if (name.startsWith('parley_')) expect(shown, name).toContain(name);
  });

  it('every alert says what to do', () => {
    const [group] = [at(parse(read('deploy/prometheus/alerts.yaml')), 'groups')].flat();
    for (const rule of [at(group, 'rules')].flat()) expect(at(rule, 'annotations', 'action'), String(at(rule, 'alert'))).toEqual(expect.stringMatching(/\.$/));
  });
});

describe('containers', () => {
  const compose: unknown = parse(read('compose.yaml'), { merge: true });
  const ours = ['node-1', 'node-2', 'migrate'];
  const dockerfile = read('Dockerfile');

  it('R195 R199: every variable that image, compose and chart set is one that the server reads', () => {
    const variables = variablesRead();
    const set = [
      ...ours.flatMap((service) => Object.keys(at(compose, 'services', service, 'environment') ?? {})),
      ...[...templates.matchAll(/- name: ([A-Z][A-Z_]+)$/gm)].map(([, name = '']) => name),
      ...[...(/^ENV (.*)$/m.exec(dockerfile)?.[1] ?? '').matchAll(/([A-Z_]+)=/g)].map(([, name = '']) => name),
    ];
    expect(set.length).toBeGreaterThan(25);
    for (const name of set) expect(variables, name).toContain(name);
  });

  it('a node gets longer to stop than it needs to drain', () => {
    for (const service of ['node-1', 'node-2']) {
      const drain = Number(at(compose, 'services', service, 'environment', 'PARLEY_DRAIN_MS'));
      const grace = Number.parseInt(String(at(compose, 'services', service, 'stop_grace_period')), 10);
      expect(grace * 1_000).toBeGreaterThan(drain);
    }
    expect(templates).toContain('terminationGracePeriodSeconds: {{ add .Values.preStopSeconds (div .Values.config.drainMs 1000) 10 }}');
  });

  it('migrations run once, before any node', () => {
    for (const service of ['node-1', 'node-2']) {
      expect(at(compose, 'services', service, 'depends_on', 'migrate', 'condition')).toBe('service_completed_successfully');
    }
    expect(at(compose, 'services', 'migrate', 'command')).toEqual(['migrate']);
  });

  it('the balancer knows the nodes', () => {
    const servers = [...read('deploy/compose/nginx.conf').matchAll(/server (\S+):4000/g)].map(([, name]) => name);
    expect(servers).toEqual(['node-1', 'node-2']);
  });

  it('the image copies what there is, lets nothing else in, and does not run as root', () => {
    const allowed = read('.dockerignore').split('\n').filter((line) => line.startsWith('!')).map((line) => line.slice(1));
    for (const [, sources = ''] of dockerfile.matchAll(/^COPY (?!--from)(.*) \S+$/gm)) {
      for (const source of sources.split(' ')) {
        expect(existsSync(join(root, source)), source).toBe(true);
        expect(allowed.some((path) => source === path || source.startsWith(`${path}/`)), source).toBe(true);
      }
    }
    expect(/^USER (.*)$/m.exec(dockerfile)?.[1]).toBe('node');
  });

  it('R195: the chart uses no value that it does not declare, and declares none that it does not use', () => {
    const values: unknown = parse(read(join(chart, 'values.yaml')));
    const used = [...templates.matchAll(/\.Values\.([a-zA-Z.]+)/g)].map(([, path = '']) => path);
    for (const path of used) expect(at(values, ...path.split('.')), path).toBeDefined();
    for (const name of Object.keys(values ?? {})) expect(used.some((path) => path.split('.')[0] === name), name).toBe(true);
  });
});
