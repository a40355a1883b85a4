/** What every program under measurement has in common. Each runs in processes of its own. */

/** Where to reach one server process. */
export interface ServerNode {
  /** `http://host:port`, without a path. */
  readonly url: string;
  /** Where its WebSocket is, with the path. */
  readonly wsUrl: string;
  readonly pid: number;
}

/** How a contender is started. */
export interface Env {
  /** A PostgreSQL database of its own, empty or one that it has used before. */
  readonly databaseUrl: string;
  /** Redis, when nodes are to be joined by it; null for a single node that knows nothing of Redis. */
  readonly redisUrl: string | null;
  /** How many server processes; more than one needs Redis. */
  readonly nodes: number;
  /** How many sockets one node must take. */
  readonly maxSockets: number;
  /** Whether the database was used before. */
  readonly isLater?: boolean;
  /** Options of Node for the server processes, such as `--cpu-prof`. */
  readonly nodeOptions?: readonly string[];
}

/** What is to exist before the load begins. */
export interface SeedPlan {
  readonly conversations: number;
  /** Members of each conversation, two or more. Nobody is in two conversations. */
  readonly members: number;
}

/** A conversation with credentials for its members. */
export interface SeededConversation {
  readonly id: string;
  /** What each member connects with. */
  readonly members: readonly string[];
}

/** A contender that serves. */
export interface Running {
  readonly nodes: readonly ServerNode[];
  /** Milliseconds from the start of each process to its first answer. */
  readonly startMs: readonly number[];
  /** Makes conversations and their members by the contender's own door. */
  seed(plan: SeedPlan): Promise<readonly SeededConversation[]>;
  /** Stops every process of it. */
  stop(): Promise<void>;
}

/** A program under measurement. */
export interface Contender {
  /** Its key in results, and the name of its client. */
  readonly name: ContenderName;
  start(env: Env): Promise<Running>;
}

/** What a user would pick instead of Parley. */
export const PEER_NAMES = ['socketio', 'yoga'] as const;

/** The programs that there are. */
export const CONTENDER_NAMES = ['floor', 'parley', ...PEER_NAMES] as const;

/** One of {@link CONTENDER_NAMES}. */
export type ContenderName = (typeof CONTENDER_NAMES)[number];

/** One of {@link PEER_NAMES}. */
export type PeerName = (typeof PEER_NAMES)[number];

/** Whether a program is a peer. */
export function isPeer(name: ContenderName): name is PeerName {
  return PEER_NAMES.some((peer) => peer === name);
}
