import type { Contender, ContenderName } from '../contender.js';
import { floor } from './floor.js';
import { parley } from './parley.js';
import { socketio } from './socketio.js';
import { yoga } from './yoga.js';

/** Every program that can be measured. */
export const CONTENDERS: Readonly<Record<ContenderName, Contender>> = { floor, parley, socketio, yoga };
