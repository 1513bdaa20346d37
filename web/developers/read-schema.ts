import {
  type ConstDirectiveNode,
  type DefinitionNode,
  Kind,
  parse,
  print,
  type StringValueNode,
  type TypeNode,
} from 'graphql';

/** The contract as a reader looks it up: each type with its members, in words. */
export type SchemaType = {
  readonly name: string;
  readonly sort: 'query' | 'type' | 'input' | 'enum' | 'union' | 'scalar';
  readonly says: string;
  readonly members: readonly SchemaMember[];
};

export type SchemaMember = {
  readonly name: string;
  readonly says: string;
  /** As the schema writes it; undefined of a value of an enum. */
  readonly type: string | undefined;
  /** The type it names, whatever lists and marks are round it. */
  readonly named: string | undefined;
  readonly usual: string | undefined;
  readonly deprecated: string | undefined;
  readonly arguments: readonly SchemaMember[];
};

export function readSchema(sdl: string): SchemaType[] {
  return parse(sdl, { noLocation: true })
    .definitions.flatMap(read)
    .sort((one, other) => ORDER.indexOf(one.sort) - ORDER.indexOf(other.sort));
}

function read(node: DefinitionNode): SchemaType[] {
  if (node.kind === Kind.OBJECT_TYPE_DEFINITION)
    return [entry(node, node.name.value === 'Query' ? 'query' : 'type', node.fields)];
  if (node.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) return [entry(node, 'input', node.fields)];
  if (node.kind === Kind.ENUM_TYPE_DEFINITION) return [entry(node, 'enum', node.values)];
  if (node.kind === Kind.UNION_TYPE_DEFINITION)
    return [
      entry(
        node,
        'union',
        node.types?.map((type) => ({ name: type.name, type })),
      ),
    ];
  return node.kind === Kind.SCALAR_TYPE_DEFINITION ? [entry(node, 'scalar', [])] : [];
}

function entry(
  node: Member,
  sort: SchemaType['sort'],
  members: readonly Member[] | undefined,
): SchemaType {
  return { name: node.name.value, sort, says: said(node), members: (members ?? []).map(member) };
}

const ORDER: readonly SchemaType['sort'][] = ['query', 'union', 'type', 'input', 'enum', 'scalar'];

type Described = { readonly description?: StringValueNode | undefined };

type Member = Described & {
  readonly name: { readonly value: string };
  readonly type?: TypeNode;
  readonly defaultValue?: Parameters<typeof print>[0] | undefined;
  readonly arguments?: readonly Member[] | undefined;
  readonly directives?: readonly ConstDirectiveNode[] | undefined;
};

function member(node: Member): SchemaMember {
  return {
    name: node.name.value,
    says: said(node),
    ...typeOf(node.type),
    usual: node.defaultValue && print(node.defaultValue),
    deprecated: deprecation(node.directives ?? []),
    arguments: (node.arguments ?? []).map(member),
  };
}

function said({ description }: Described): string {
  return description?.value ?? '';
}

function typeOf(type: TypeNode | undefined): Pick<SchemaMember, 'type' | 'named'> {
  return { type: type && print(type), named: type && nameIn(type) };
}

function nameIn(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameIn(type.type);
}

function deprecation(directives: readonly ConstDirectiveNode[]): string | undefined {
  const found = directives.find(({ name }) => name.value === 'deprecated');
  const reason = found?.arguments?.[0]?.value;
  return found && (reason?.kind === Kind.STRING ? reason.value : 'No longer supported');
}

/** Types of which the name, a description or a member holds every word looked for; those named so first. */
export function findInSchema(types: readonly SchemaType[], text: string): SchemaType[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...types];
  const holds = (type: SchemaType): boolean => {
    const all = textOf(type).toLowerCase();
    return words.every((word) => all.includes(word));
  };
  const isNamed = ({ name }: SchemaType): boolean =>
    words.some((word) => name.toLowerCase().includes(word));
  const found = types.filter(holds);
  return [...found.filter(isNamed), ...found.filter((type) => !isNamed(type))];
}

function textOf({ name, says, members }: SchemaType): string {
  return [name, says, ...members.flatMap(textsOf)].join(' ');
}

function textsOf(each: SchemaMember): string[] {
  return [each.name, each.says, each.type ?? '', ...each.arguments.flatMap(textsOf)];
}
