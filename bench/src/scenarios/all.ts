import type { Scenario } from '../scenario.js';
import { sends } from './a-sends.js';
import { latency } from './b-latency.js';
import { fanOut } from './c-fan-out.js';
import { idle } from './d-idle.js';
import { history } from './e-history.js';
import { storm } from './f-storm.js';
import { resume } from './g-resume.js';
import { twoNodes } from './h-two-nodes.js';
import { startUp } from './i-start-up.js';
import { page } from './j-page.js';

/** Every scenario, in the order of its letters. */
export const SCENARIOS: readonly Scenario[] = [sends, latency, fanOut, idle, history, storm, resume, twoNodes, startUp, page];
