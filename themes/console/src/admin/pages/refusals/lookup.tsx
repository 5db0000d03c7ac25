import { Button, Form, InputGroup, InputGroupItem, TextInput } from '@patternfly/react-core';
import { type FormEvent, useState } from 'react';
import { useText } from '../../../shared/texts';
import { go, useHref } from '../../console';
import { Field } from '../../parts/field';

/** Takes a request id, which whoever was refused has with the error. */
export function Lookup({ value = '' }: { value?: string }) {
  const text = useText();
  const href = useHref();
  const [requestId, setRequestId] = useState(value);
  const open = (event: FormEvent) => {
    event.preventDefault();
    go(href('refusals', requestId.trim()));
  };
  return (
    <Form onSubmit={open} className="keypool-narrow">
      <Field id="keypool-request-id" label={text('refusals.id')} help={text('refusals.id.help')}>
        <InputGroup>
          <InputGroupItem isFill>
            <TextInput
              id="keypool-request-id"
              value={requestId}
              autoComplete="off"
              className="keypool-mono"
              onChange={(_event, typed) => setRequestId(typed)}
            />
          </InputGroupItem>
          <InputGroupItem>
            <Button type="submit" variant="primary" isDisabled={requestId.trim() === ''}>
              {text('refusals.look-up')}
            </Button>
          </InputGroupItem>
        </InputGroup>
      </Field>
    </Form>
  );
}
