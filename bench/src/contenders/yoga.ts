import { ownProgram } from './own-program.js';

/** Plain GraphQL Yoga + graphql-ws + `pg`, see `yoga/main.ts`. */
export const yoga = ownProgram({ name: 'yoga', title: 'the Yoga server', probe: '/health', socketPath: '/graphql', isJoined: false });
