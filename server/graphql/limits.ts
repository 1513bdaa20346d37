import {
  type ASTNode,
  type ASTVisitor,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  getNullableType,
  GraphQLError,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  type GraphQLOutputType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';

import type { ErrorCode } from './error-codes.ts';

/** How much one document may ask for, fragments written out in full. */
export const LIMITS = { depth: 10, aliases: 15, directives: 20, cost: 5000 } as const;
export const MAX_TOKENS = 1000;

const LIMIT_CODES: Readonly<Record<keyof Size, ErrorCode>> = {
  depth: 'LIMIT_DEPTH',
  aliases: 'LIMIT_ALIASES',
  directives: 'LIMIT_DIRECTIVES',
  cost: 'LIMIT_COST',
};

type Size = {
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
  readonly cost: number;
};

const EMPTY: Size = { depth: 0, aliases: 0, directives: 0, cost: 0 };

/** Rows a list is reckoned to give when its arguments do not say. */
const USUAL_ROWS = 10;
/** `referrals` looks up to 1,000 places, but cheaply: reckoned as a fiftieth, beside its own cost. */
const ROWS_OF: ReadonlyMap<string, number> = new Map([['referrals', 20]]);
/** What a field costs besides: lines are long, 1,000 referrals are asked for twice at most, all needs a few times. */
const COST_OF: ReadonlyMap<string, number> = new Map([
  ['boundary', 50],
  ['referrals', 2400],
  ['coverByNeed', 1000],
]);

/**
 * A validation rule that refuses documents over the limits. Each fragment is measured once, however often
 * it is spread, so measuring is linear in the document although the sizes are those written out in full.
 */
export function limitsRule(context: ValidationContext): ASTVisitor {
  const measured = new Map<string, Size>();
  return {
    OperationDefinition(operation) {
      const root = context.getSchema().getRootType(operation.operation);
      if (!root) {
        const message = `Only queries are answered here, no ${operation.operation}.`;
        report(context, operation, 'OPERATION_NOT_SUPPORTED', message);
        return;
      }
      const size = sizeOf(operation.selectionSet, root, {
        context,
        measured,
        open: new Set(),
      });
      const directives = size.directives + (operation.directives?.length ?? 0);
      for (const [limit, most] of Object.entries(LIMITS)) {
        const found = limit === 'directives' ? directives : size[limit as keyof Size];
        if (found > most)
          report(
            context,
            operation,
            LIMIT_CODES[limit as keyof Size],
            `The ${limit} of this document is over ${most}.`,
          );
      }
    },
  };
}

type Measuring = {
  readonly context: ValidationContext;
  readonly measured: Map<string, Size>;
  /** Fragments being measured: a cycle is another rule's to report. */
  readonly open: Set<string>;
};

type Parent = GraphQLOutputType | undefined;

function sizeOf(set: SelectionSetNode, parent: Parent, measuring: Measuring): Size {
  const always: Size[] = [];
  const byType = new Map<string, Size>();
  for (const selection of set.selections) {
    const size = withDirectives(selectionSize(selection, parent, measuring), selection);
    const type = onlyFor(selection, parent, measuring);
    if (type === undefined) always.push(size);
    else byType.set(type, sum(byType.get(type) ?? EMPTY, size));
  }
  return always.reduce(sum, [...byType.values()].reduce(either, EMPTY));
}

/** The one type a selection is for, where the parent may be of several: an answer is of one of them. */
function onlyFor(
  selection: SelectionNode,
  parent: Parent,
  { context }: Measuring,
): string | undefined {
  if (selection.kind === Kind.FIELD || !isAbstractType(parent)) return undefined;
  const condition =
    selection.kind === Kind.INLINE_FRAGMENT
      ? selection.typeCondition
      : context.getFragment(selection.name.value)?.typeCondition;
  const type = condition && context.getSchema().getType(condition.name.value);
  return isObjectType(type) ? type.name : undefined;
}

function selectionSize(selection: SelectionNode, parent: Parent, measuring: Measuring): Size {
  switch (selection.kind) {
    case Kind.FIELD:
      return fieldSize(selection, parent, measuring);
    case Kind.INLINE_FRAGMENT: {
      const type = typeNamed(selection.typeCondition?.name.value, measuring) ?? parent;
      return sizeOf(selection.selectionSet, type, measuring);
    }
    case Kind.FRAGMENT_SPREAD: {
      const fragment = measuring.context.getFragment(selection.name.value);
      return fragment ? fragmentSize(fragment, measuring) : EMPTY;
    }
  }
}

function fieldSize(field: FieldNode, parent: Parent, measuring: Measuring): Size {
  const type = fieldType(field, parent, measuring);
  const inner = field.selectionSet
    ? sizeOf(field.selectionSet, type && getNamedType(type), measuring)
    : EMPTY;
  const rows = type && isListType(getNullableType(type)) ? rowsOf(field) : 1;
  return {
    depth: inner.depth + 1,
    aliases: inner.aliases + (field.alias ? 1 : 0),
    directives: inner.directives,
    cost: (COST_OF.get(field.name.value) ?? 0) + rows * (1 + inner.cost),
  };
}

function fragmentSize(fragment: FragmentDefinitionNode, measuring: Measuring): Size {
  const name = fragment.name.value;
  const known = measuring.measured.get(name);
  if (known || measuring.open.has(name)) return known ?? EMPTY;
  measuring.open.add(name);
  const size = sizeOf(
    fragment.selectionSet,
    typeNamed(fragment.typeCondition.name.value, measuring),
    measuring,
  );
  measuring.open.delete(name);
  measuring.measured.set(name, size);
  return size;
}

function typeNamed(name: string | undefined, { context }: Measuring): Parent {
  const type = name === undefined ? undefined : context.getSchema().getType(name);
  return type && isCompositeType(type) ? type : undefined;
}

/** Introspection fields stand on no type, but their answers are as long as any. */
const META_TYPES: ReadonlyMap<string, string> = new Map([
  ['__schema', '__Schema'],
  ['__type', '__Type'],
]);

function fieldType(field: FieldNode, parent: Parent, measuring: Measuring): Parent {
  const meta = META_TYPES.get(field.name.value);
  if (meta !== undefined) return typeNamed(meta, measuring);
  const owner = parent && getNamedType(parent);
  return isObjectType(owner) || isInterfaceType(owner)
    ? owner.getFields()[field.name.value]?.type
    : undefined;
}

function rowsOf(field: FieldNode): number {
  const first = field.arguments?.find(({ name }) => name.value === 'first')?.value;
  if (first?.kind === Kind.INT) return Math.max(1, Number(first.value));
  return ROWS_OF.get(field.name.value) ?? USUAL_ROWS;
}

function withDirectives(size: Size, { directives = [] }: SelectionNode): Size {
  return { ...size, directives: size.directives + directives.length };
}

/** Selections beside each other: the deepest counts, the rest adds up. */
function sum(a: Size, b: Size): Size {
  return {
    depth: Math.max(a.depth, b.depth),
    aliases: a.aliases + b.aliases,
    directives: a.directives + b.directives,
    cost: a.cost + b.cost,
  };
}

/** Selections of which an answer has one: the document is as long as both, the work is that of the dearer. */
function either(a: Size, b: Size): Size {
  return { ...sum(a, b), cost: Math.max(a.cost, b.cost) };
}

function report(context: ValidationContext, node: ASTNode, code: ErrorCode, message: string): void {
  context.reportError(new GraphQLError(message, { nodes: [node], extensions: { code } }));
}
