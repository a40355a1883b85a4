/** `src/generated/types.ts`: enums, inputs, and one interface per fragment, with the schema's descriptions as hover text. */
import { isEnumType, isInputObjectType, isAbstractType, isNonNullType, type FragmentDefinitionNode, type GraphQLInputObjectType } from 'graphql';
import { GENERATED, type Emitter } from './emitter.js';
import { abstractText, comment, fieldsText, namedType, parts, wrapped, type TypeContext } from './type-text.js';
import { getNamedType } from 'graphql';

/** Prints the module. Sorted by name, so that the same schema makes the same bytes. */
export const emitTypes: Emitter = ({ context, fragments }) => {
  const types = Object.values(context.schema.getTypeMap()).filter((type) => !type.name.startsWith('__'));
  const enums = types.filter(isEnumType).map((type) => {
    const values = type.getValues().map((value) => `\n  | '${value.name}'`);
    return `${comment(type.description)}export type ${type.name} =${values.join('')};\n`;
  });
  const inputs = types.filter(isInputObjectType).map(inputText);
  const outputs = fragments.map((fragment) => fragmentText(context, fragment));
  return [
    GENERATED,
    '/** Any JSON object. Treat what others wrote into it like user input. */\nexport type JsonObject = Readonly<Record<string, unknown>>;\n',
    ...[...enums, ...inputs, ...outputs],
  ].join('\n');
};

function inputText(type: GraphQLInputObjectType): string {
  const fields = Object.values(type.getFields()).map((field) => {
    const optional = !isNonNullType(field.type) || field.defaultValue !== undefined;
    return `${comment(field.description, '  ')}  readonly ${field.name}${optional ? '?' : ''}: ${wrapped(field.type, namedType(getNamedType(field.type)))}${optional ? ' | undefined' : ''};\n`;
  });
  return `${comment(type.description)}export interface ${type.name} {\n${fields.join('')}}\n`;
}

function fragmentText(context: TypeContext, fragment: FragmentDefinitionNode): string {
  const type = context.schema.getType(fragment.typeCondition.name.value);
  if (!type) throw new Error(`unable to generate types; there is no type ${fragment.typeCondition.name.value}`);
  const head = comment(type.description);
  if (isAbstractType(type)) return `${head}export type ${fragment.name.value} =${abstractText(context, type, fragment.selectionSet)};\n`;
  const { spreads, fields } = parts(fragment.selectionSet);
  const base = spreads.length > 0 ? ` extends ${spreads.join(', ')}` : '';
  return `${head}export interface ${fragment.name.value}${base} {\n${fieldsText(context, type, fields)}}\n`;
}
