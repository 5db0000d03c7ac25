import { Button, Card, CardBody, CardHeader, CardTitle, Flex, FlexItem, FormSelect, FormSelectOption, Label, Stack, StackItem } from '@patternfly/react-core';
import { type ReactNode, useState } from 'react';
import { useText } from '../../../shared/texts';

type Props<T> = {
  /** Of all providers that the pool lists. */
  names: string[];
  items: T[];
  onChange: (items: T[]) => void;
  made: (provider: string) => T;
  readOnly: boolean;
  children: (item: T, change: (item: T) => void) => ReactNode;
};

/** What is set for each provider, and providers for which nothing is set yet. */
export function ProviderCards<T extends { provider: string }>({ names, items, onChange, made, readOnly, children }: Props<T>) {
  const text = useText();
  const free = names.filter((name) => items.every(({ provider }) => provider !== name));
  const replace = (before: T, after: T) => onChange(items.map((item) => (item === before ? after : item)));
  const remove = (item: T) => (
    <Button
      variant="link"
      isDanger
      aria-label={text('mapping.remove.of', { name: item.provider })}
      onClick={() => onChange(items.filter((other) => other !== item))}
    >
      {text('mapping.remove')}
    </Button>
  );
  return (
    <Stack hasGutter>
      {items.map((item) => (
        <StackItem key={item.provider}>
          <Card isFlat isCompact>
            <CardHeader {...(readOnly ? {} : { actions: { hasNoOffset: true, actions: remove(item) } })}>
              <CardTitle component="h2">
                <span className="keypool-mono">{item.provider}</span>{' '}
                {!names.includes(item.provider) && <Label color="orange">{text('mapping.unlisted')}</Label>}
              </CardTitle>
            </CardHeader>
            <CardBody>{children(item, (after) => replace(item, after))}</CardBody>
          </Card>
        </StackItem>
      ))}
      {!readOnly && free.length > 0 && (
        <StackItem>
          <AddCard free={free} onAdd={(provider) => onChange([...items, made(provider)])} />
        </StackItem>
      )}
    </Stack>
  );
}

function AddCard({ free, onAdd }: { free: string[]; onAdd: (provider: string) => void }) {
  const text = useText();
  const [chosen, setChosen] = useState('');
  const provider = free.includes(chosen) ? chosen : (free[0] ?? '');
  return (
    <Flex>
      <FlexItem>
        <FormSelect aria-label={text('mapping.provider')} value={provider} onChange={(_event, name) => setChosen(name)}>
          {free.map((name) => (
            <FormSelectOption key={name} value={name} label={name} />
          ))}
        </FormSelect>
      </FlexItem>
      <FlexItem>
        <Button variant="secondary" onClick={() => onAdd(provider)}>
          {text('mapping.add')}
        </Button>
      </FlexItem>
    </Flex>
  );
}
