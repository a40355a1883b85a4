import { requireViewer, type GraphQLContext } from './context.js';
import { builder, nodeInterface } from './builder.js';
import { describe } from './describe.js';
import { typeOfId } from './node-types.js';

/** Loads one object for `node(id:)`; answers null both for what does not exist and for what the viewer may not see. */
export type NodeLoader = (context: GraphQLContext, id: string) => Promise<object | null>;

const loaders = new Map<string, NodeLoader>();

/**
 * Makes a type answerable by `node(id:)`. Called once for each type by the module that owns it; the loader must authorise by the
 * same door as the type's own query field.
 */
export function registerNode(typeName: string, load: NodeLoader): void {
  loaders.set(typeName, load);
}

builder.queryField('node', (t) =>
  t.field({
    type: nodeInterface,
    nullable: true,
    description: describe('Any object by its id, if the viewer may see it; null otherwise.', []),
    args: { id: t.arg.id({ required: true, description: 'The id of the object, of any type.' }) },
    resolve: async (_root, args, context) => {
      requireViewer(context);
      const load = loaders.get(typeOfId(args.id) ?? '');
      return load ? load(context, args.id) : null;
    },
  }),
);
