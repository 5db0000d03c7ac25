import { ensureSyntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';

type Range = { from: number; to: number };
type Node = NonNullable<ReturnType<typeof ensureSyntaxTree>>['topNode'];

/** Milliseconds for reading a document, which has a few thousand characters. */
const PATIENCE = 200;

/**
 * Where in a JSON document something is, as in Statement[0].Condition.StringEquals.aws:PrincipalTag/team; or of what
 * is not there, what it should be in. Keys are the same in either case, as in policies.
 */
export function rangeOf(state: EditorState, place: string): Range | undefined {
  const root = ensureSyntaxTree(state, state.doc.length, PATIENCE)?.topNode.firstChild;
  return root ? firstLine(state, descend(state, root, place)) : undefined;
}

function descend(state: EditorState, node: Node, place: string): Node {
  const rest = place.replace(/^\./, '');
  if (rest === '') {
    return node;
  }
  const [index] = /^\[\d+\]/.exec(rest) ?? [];
  if (index) {
    // A single element may stand there without a list.
    const element = node.name === 'Array' ? elements(node)[Number(index.slice(1, -1))] : node;
    return element ? descend(state, element, rest.slice(index.length)) : node;
  }
  const member = memberOf(state, node, rest);
  if (!member) {
    return node;
  }
  const deeper = rest.slice(member.key.length);
  return deeper === '' ? member.property : descend(state, member.value, deeper);
}

type Member = { key: string; value: Node; property: Node };

/** Keys have dots themselves, so the longest one that fits it is. */
function memberOf(state: EditorState, node: Node, rest: string): Member | undefined {
  return node
    .getChildren('Property')
    .flatMap((property) => {
      const name = property.getChild('PropertyName');
      const value = property.lastChild;
      return name && value && value.name !== 'PropertyName' ? [{ key: keyOf(state, name), value, property }] : [];
    })
    .filter(({ key }) => rest.toLowerCase().startsWith(key.toLowerCase()) && /^([.[]|$)/.test(rest.slice(key.length)))
    .sort((one, other) => other.key.length - one.key.length)[0];
}

function keyOf(state: EditorState, { from, to }: Range): string {
  return state.sliceDoc(from + 1, to - 1);
}

function elements(array: Node): Node[] {
  const all: Node[] = [];
  for (let node = array.firstChild; node; node = node.nextSibling) {
    if (node.name !== '[' && node.name !== ']') {
      all.push(node);
    }
  }
  return all;
}

/** A whole object in red would hide what is wrong in it. */
function firstLine(state: EditorState, { from, to }: Range): Range {
  return { from, to: Math.min(to, state.doc.lineAt(from).to) };
}
