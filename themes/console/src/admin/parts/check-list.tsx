import { Checkbox, SearchInput, Stack, StackItem } from '@patternfly/react-core';
import { useState } from 'react';
import { useText } from '../../shared/texts';

export type Choice = { value: string; label: string; description?: string };

type Props = {
  id: string;
  choices: Choice[];
  chosen: string[];
  onChange: (chosen: string[]) => void;
  /** Where there is nothing to choose. */
  none: string;
  readOnly?: boolean;
};

/** Above this many, somebody would have to look for theirs. */
const FEW = 8;

/** Some of many. */
export function CheckList({ id, choices, chosen, onChange, none, readOnly = false }: Props) {
  const text = useText();
  const [sought, setSought] = useState('');
  if (choices.length === 0) {
    return <>{none}</>;
  }
  const found = choices.filter(({ label }) => label.toLowerCase().includes(sought.toLowerCase()));
  return (
    <Stack hasGutter>
      {choices.length > FEW && (
        <StackItem>
          <SearchInput
            aria-label={text('choices.search')}
            placeholder={text('choices.search')}
            value={sought}
            onChange={(_event, value) => setSought(value)}
            onClear={() => setSought('')}
          />
        </StackItem>
      )}
      <StackItem className="keypool-checks" id={id} tabIndex={choices.length > FEW ? 0 : undefined}>
        {found.map(({ value, label, description }) => (
          <Checkbox
            key={value}
            id={`${id}-${value}`}
            label={label}
            description={description}
            isChecked={chosen.includes(value)}
            isDisabled={readOnly}
            onChange={(_event, checked) => onChange(checked ? [...chosen, value] : chosen.filter((other) => other !== value))}
          />
        ))}
      </StackItem>
    </Stack>
  );
}
