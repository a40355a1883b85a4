import { ownProgram } from './own-program.js';

/** Bare `http` + `ws` + `pg`, see `floor/main.ts`. */
export const floor = ownProgram({ name: 'floor', title: 'the floor', probe: '/', socketPath: '/', isJoined: true });
