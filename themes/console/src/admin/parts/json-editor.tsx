import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { bracketMatching, HighlightStyle, indentOnInput, syntaxHighlighting } from '@codemirror/language';
import { type Diagnostic, linter, lintGutter } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { useEffect, useRef } from 'react';
import { rangeOf } from './json-place';

/** What is wrong with a document, and where: by a path in it, or for what is no JSON by line and column; else it is the whole of it. */
export type Problem = {
  message: string;
  place?: string | undefined;
  line?: number | undefined;
  column?: number | undefined;
};

type Props = {
  label: string;
  value: string;
  onChange?: (value: string) => void;
  /** Asked a moment after the last change; what it finds is shown at its place. */
  validate?: (value: string) => Promise<Problem | undefined>;
  readOnly?: boolean;
};

/** Milliseconds of rest before a document is validated. */
const REST = 500;

/** PatternFly's colors, which are others in the dark. */
const COLORS = HighlightStyle.define([
  { tag: tags.string, color: 'var(--pf-v5-global--link--Color)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--pf-v5-global--danger-color--200)' },
]);

/** What else CodeMirror draws has colors of its own. */
const isDark = () => document.documentElement.classList.contains('pf-v5-theme-dark');

/** A JSON document. The tabulator leads out of it. */
export function JsonEditor({ label, value, onChange, validate, readOnly = false }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>();
  const current = useRef({ onChange, validate });
  current.current = { onChange, validate };

  useEffect(() => {
    view.current = new EditorView({
      parent: place.current!,
      state: EditorState.create({
        doc: value,
        extensions: [
          lineNumbers(),
          history(),
          bracketMatching(),
          indentOnInput(),
          json(),
          syntaxHighlighting(COLORS),
          EditorView.darkTheme.of(isDark()),
          keymap.of([...defaultKeymap, ...historyKeymap]),
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({ 'aria-label': label }),
          EditorState.readOnly.of(readOnly),
          EditorView.updateListener.of(
            (update) => update.docChanged && current.current.onChange?.(update.state.doc.toString()),
          ),
          lintGutter(),
          linter((editor) => diagnose(editor, current.current.validate), { delay: REST }),
        ],
      }),
    });
    return () => view.current?.destroy();
  }, [label, readOnly]);

  useEffect(() => {
    const editor = view.current;
    if (editor && editor.state.doc.toString() !== value) {
      editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: value } });
    }
  }, [value]);

  return <div ref={place} className="keypool-editor" />;
}

async function diagnose(editor: EditorView, validate: Props['validate']): Promise<Diagnostic[]> {
  const text = editor.state.doc;
  const problem = await validate?.(text.toString());
  if (!problem) {
    return [];
  }
  return [{ ...rangeOfProblem(editor.state, problem), severity: 'error', message: problem.message }];
}

function rangeOfProblem(state: EditorState, { place, line, column }: Problem): { from: number; to: number } {
  if (line && line <= state.doc.lines) {
    const { from, to } = state.doc.line(line);
    return { from: Math.min(from + Math.max((column ?? 1) - 1, 0), to), to };
  }
  return (place && rangeOf(state, place)) || { from: 0, to: state.doc.length };
}
