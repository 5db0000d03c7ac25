import { Button, Flex, FlexItem, FormSelect, FormSelectOption, TextArea, TextInput } from '@patternfly/react-core';
import MinusCircleIcon from '@patternfly/react-icons/dist/esm/icons/minus-circle-icon';
import PlusCircleIcon from '@patternfly/react-icons/dist/esm/icons/plus-circle-icon';
import { useText } from '../../../shared/texts';
import { CONTEXT_TYPES, type ContextType } from '../../model/simulation';
import { Field } from '../../parts/field';
import { type ContextKey, isList } from './trial';

type Props = { context: ContextKey[]; onChange: (context: ContextKey[]) => void };

/** Of a control, so that it can be found when a row was added elsewhere. */
export function valueId(row: number): string {
  return `simulator-context-value-${row}`;
}

/** What the request would come with, for conditions and variables of policies. */
export function ContextKeys({ context, onChange }: Props) {
  const text = useText();
  return (
    <Field id="simulator-context" label={text('simulator.context')} group help={text('simulator.context.help')}>
      {context.map((row, at) => (
        <Row
          key={at}
          at={at}
          row={row}
          onChange={(changed) => onChange(context.map((other, index) => (index === at ? { ...other, ...changed } : other)))}
          onRemove={() => onChange(context.filter((_other, index) => index !== at))}
        />
      ))}
      <Button variant="link" isInline icon={<PlusCircleIcon />} onClick={() => onChange([...context, { key: '', type: 'string', value: '' }])}>
        {text('simulator.context.add')}
      </Button>
    </Field>
  );
}

type RowProps = { at: number; row: ContextKey; onChange: (row: Partial<ContextKey>) => void; onRemove: () => void };

function Row({ at, row: { key, type, value }, onChange, onRemove }: RowProps) {
  const text = useText();
  const name = (what: string) => text('pairs.label', { name: text('simulator.context.key'), number: at + 1, what: text(`simulator.context.${what}`) });
  return (
    <Flex className="keypool-row" alignItems={{ default: 'alignItemsFlexStart' }} flexWrap={{ default: 'nowrap' }}>
      <FlexItem flex={{ default: 'flex_3' }}>
        <TextInput aria-label={name('name')} placeholder="aws:PrincipalTag/team" value={key} onChange={(_event, typed) => onChange({ key: typed })} />
      </FlexItem>
      <FlexItem flex={{ default: 'flex_1' }}>
        <FormSelect aria-label={name('type')} value={type} onChange={(_event, chosen) => onChange({ type: chosen as ContextType })}>
          {CONTEXT_TYPES.map((one) => (
            <FormSelectOption key={one} value={one} label={one} />
          ))}
        </FormSelect>
      </FlexItem>
      <FlexItem flex={{ default: 'flex_3' }}>
        {isList(type) ? (
          <TextArea
            id={valueId(at)}
            aria-label={name('values')}
            placeholder={text('simulator.context.values')}
            resizeOrientation="vertical"
            value={value}
            onChange={(_event, typed) => onChange({ value: typed })}
          />
        ) : (
          <TextInput
            id={valueId(at)}
            aria-label={name('value')}
            placeholder={text('simulator.context.value')}
            value={value}
            onChange={(_event, typed) => onChange({ value: typed })}
          />
        )}
      </FlexItem>
      <FlexItem>
        <Button variant="plain" aria-label={text('pairs.remove', { name: text('simulator.context.key'), number: at + 1 })} onClick={onRemove}>
          <MinusCircleIcon />
        </Button>
      </FlexItem>
    </Flex>
  );
}
