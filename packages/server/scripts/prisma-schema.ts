/** Reads schema.prisma as far as docs/data-model.md needs it. The file is formatted by Prisma, one thing a line. */

/** A field of a model, or a value of an enum. */
export interface Field {
  readonly name: string;
  /** '' for an enum's value. */
  readonly type: string;
  readonly attributes: string;
  readonly doc: string;
}

/** A model or an enum. */
export interface Block {
  readonly kind: 'model' | 'enum';
  readonly name: string;
  readonly doc: string;
  readonly fields: readonly Field[];
  /** Lines such as `@@unique([siteId, externalId])`. */
  readonly attributes: readonly string[];
}

/**
 * Reads the models and enums.
 * @throws naming the first model, enum, field or value without a `///` line.
 */
export function readSchema(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let docs: string[] = [];
  let open: { kind: 'model' | 'enum'; name: string; doc: string; fields: Field[]; attributes: string[] } | null = null;
  const takeDoc = (owner: string): string => {
    if (docs.length === 0) throw new Error(`unable to describe ${owner}; it has no /// line in schema.prisma`);
    return docs.splice(0).join(' ');
  };
  for (const raw of text.split('\n')) {
    const line = raw.trim();
    const header = /^(model|enum) (\w+) \{$/.exec(line);
    if (line.startsWith('///')) docs = [...docs, line.slice(3).trim()];
    else if (header) {
      const [, kind, name = ''] = header;
      open = { kind: kind === 'enum' ? 'enum' : 'model', name, doc: takeDoc(name), fields: [], attributes: [] };
    } else if (line === '}' && open) {
      blocks.push(open);
      open = null;
    } else if (open && line.startsWith('@@')) open.attributes.push(line);
    else if (open && line !== '' && !line.startsWith('//')) {
      const [, name = '', type = '', attributes = ''] = /^(\w+)\s*([\w[\]?]*(?:\("[^"]*"\)\??)?)\s*(.*)$/.exec(line) ?? [];
      open.fields.push({ name, type, attributes, doc: takeDoc(`${open.name}.${name}`) });
    }
  }
  return blocks;
}

/** The name in the database of a model, an enum or a field. */
export function databaseName({ name, attributes }: { readonly name: string; readonly attributes: string | readonly string[] }): string {
  const text = typeof attributes === 'string' ? attributes : attributes.join(' ');
  return /@map\("([^"]+)"\)/.exec(text)?.[1] ?? name;
}
