import { Button, Flex, FlexItem, TextInput } from '@patternfly/react-core';
import MinusCircleIcon from '@patternfly/react-icons/dist/esm/icons/minus-circle-icon';
import PlusCircleIcon from '@patternfly/react-icons/dist/esm/icons/plus-circle-icon';
import { useText } from '../../shared/texts';

export type Pair = [key: string, value: string];

type Props = {
  /** Of what the rows are, as in 'Tag'. */
  name: string;
  keyLabel: string;
  valueLabel: string;
  add: string;
  pairs: Pair[];
  onChange: (pairs: Pair[]) => void;
  readOnly?: boolean;
};

/** Rows of a key and a value, in their order. */
export function Pairs({ name, keyLabel, valueLabel, add, pairs, onChange, readOnly = false }: Props) {
  const text = useText();
  const change = (at: number, pair: Pair) => onChange(pairs.map((other, index) => (index === at ? pair : other)));
  return (
    <>
      {pairs.map(([key, value], at) => (
        <Flex key={at} className="keypool-row" alignItems={{ default: 'alignItemsCenter' }} flexWrap={{ default: 'nowrap' }}>
          <FlexItem flex={{ default: 'flex_1' }}>
            <TextInput
              aria-label={text('pairs.label', { name, number: at + 1, what: keyLabel })}
              placeholder={keyLabel}
              value={key}
              onChange={(_event, typed) => change(at, [typed, value])}
              isDisabled={readOnly}
            />
          </FlexItem>
          <FlexItem flex={{ default: 'flex_1' }}>
            <TextInput
              aria-label={text('pairs.label', { name, number: at + 1, what: valueLabel })}
              placeholder={valueLabel}
              value={value}
              onChange={(_event, typed) => change(at, [key, typed])}
              isDisabled={readOnly}
            />
          </FlexItem>
          {!readOnly && (
            <FlexItem>
              <Button
                variant="plain"
                aria-label={text('pairs.remove', { name, number: at + 1 })}
                onClick={() => onChange(pairs.filter((_pair, index) => index !== at))}
              >
                <MinusCircleIcon />
              </Button>
            </FlexItem>
          )}
        </Flex>
      ))}
      {!readOnly && (
        <Button variant="link" isInline icon={<PlusCircleIcon />} onClick={() => onChange([...pairs, ['', '']])}>
          {add}
        </Button>
      )}
    </>
  );
}

/** The keys that stand there twice. */
export function twice(pairs: Pair[]): string[] {
  const keys = pairs.map(([key]) => key).filter((key) => key !== '');
  return keys.filter((key, at) => keys.indexOf(key) !== at);
}

/** Rows without a key are none yet. */
export function objectOf(pairs: Pair[]): Record<string, string> {
  return Object.fromEntries(pairs.filter(([key]) => key !== ''));
}
