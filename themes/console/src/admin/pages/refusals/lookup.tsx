import { Button, Form, FormGroup, FormHelperText, HelperText, HelperTextItem, InputGroup, InputGroupItem, TextInput } from '@patternfly/react-core';
import { type FormEvent, useState } from 'react';
import { go, useHref, useText } from '../../console';

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
      <FormGroup label={text('refusals.id')} fieldId="keypool-request-id">
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
        <FormHelperText>
          <HelperText>
            <HelperTextItem>{text('refusals.id.help')}</HelperTextItem>
          </HelperText>
        </FormHelperText>
      </FormGroup>
    </Form>
  );
}
