// Each module adds its types and fields to the builder when its schema.ts is loaded.
import './scalars.js';
import './enums.js';
import './node.js';
import '../modules/identity/schema.js';
import '../modules/conversations/schema.js';
import '../modules/messages/schema.js';
import '../modules/receipts/schema.js';
import '../modules/presence/schema.js';
import '../modules/bookings/schema.js';
import '../modules/agents/schema.js';
import '../modules/templates/schema.js';
import '../modules/hours/schema.js';
import '../modules/queues/schema.js';
import '../modules/routing/schema.js';
import '../modules/support/schema.js';
import '../modules/sla/schema.js';
import '../modules/knowledge/schema.js';
import '../modules/direct/schema.js';
import '../modules/guests/schema.js';
import '../modules/team/schema.js';
import '../modules/customers/schema.js';
import '../modules/escalations/schema.js';
import '../modules/desk/schema.js';
import '../modules/automation/schema.js';
import '../modules/context/schema.js';
import '../modules/notices/schema.js';
import '../modules/visits/schema.js';
import '../modules/broadcasts/schema.js';
import '../modules/feedback/schema.js';
import '../modules/feeds/schema.js';
import type { GraphQLSchema } from 'graphql';
import { builder } from './builder.js';

/** The executable schema of the server: every module's types and fields, sorted, built once for each process. */
export const schema: GraphQLSchema = builder.toSchema({ sortSchema: true });
