import { Alert, Button } from '@patternfly/react-core';
import PlusCircleIcon from '@patternfly/react-icons/dist/esm/icons/plus-circle-icon';
import { useText } from '../../../shared/texts';
import type { SimulationResult } from '../../model/simulation';
import type { Typed } from '../../parts/form';
import { valueId } from './context-keys';
import type { Trial } from './trial';

type Props = { results: SimulationResult[]; typed: Typed<Trial> };

/** What the policies ask for and the request did not have: each becomes a row above by one click. */
export function MissingKeys({ results, typed: { values, set } }: Props) {
  const text = useText();
  const given = new Set(values.context.map(({ key }) => key.toLowerCase()));
  const missing = [...new Set(results.flatMap(({ missingKeys }) => missingKeys))].filter((key) => !given.has(key.toLowerCase()));
  if (missing.length === 0) {
    return null;
  }
  const add = (key: string) => {
    const row = values.context.length;
    set({ context: [...values.context, { key, type: 'string', value: '' }] });
    // Its value is what somebody types next; the row is there after the next drawing.
    requestAnimationFrame(() => document.getElementById(valueId(row))?.focus());
  };
  return (
    <Alert
      variant="info"
      isInline
      component="h3"
      title={text('simulator.missing')}
      actionLinks={missing.map((key) => (
        <Button key={key} variant="link" isInline icon={<PlusCircleIcon />} onClick={() => add(key)}>
          {text('simulator.missing.add', { key })}
        </Button>
      ))}
    >
      {text('simulator.missing.body')}
    </Alert>
  );
}
