import { Button, Form, FormGroup, Panel, PanelMain, PanelMainBody, Text, TextContent, TextInput, Title } from '@patternfly/react-core';
import { useState } from 'react';
import { Confirm } from '../../../shared/parts/confirm';
import { useText } from '../../../shared/texts';
import { go, useApi, useHref } from '../../console';
import { componentPath, type Role } from './tab';

/** What cannot be brought back asks for the role's name. */
export function DeleteRole({ role }: { role: Role }) {
  const text = useText();
  const [asked, setAsked] = useState(false);
  return (
    <Panel className="keypool-below">
      <PanelMain>
        <PanelMainBody>
          <Title headingLevel="h2" size="lg">
            {text('role.delete')}
          </Title>
          <TextContent>
            <Text>{text('role.delete.help')}</Text>
          </TextContent>
          <Button variant="danger" onClick={() => setAsked(true)}>
            {text('role.delete')}
          </Button>
          {asked && <Question role={role} onClose={() => setAsked(false)} />}
        </PanelMainBody>
      </PanelMain>
    </Panel>
  );
}

function Question({ role, onClose }: { role: Role; onClose: () => void }) {
  const text = useText();
  const api = useApi();
  const href = useHref();
  const [typed, setTyped] = useState('');
  const run = async () => {
    await api.delete(componentPath(role.componentId));
    go(href('roles'));
  };
  return (
    <Confirm
      title={text('role.delete.title', { name: role.name })}
      action={text('role.delete')}
      done={text('role.deleted', { name: role.name })}
      ready={typed === role.name}
      run={run}
      onClose={onClose}
    >
      <TextContent>
        <Text>{text('role.delete.body')}</Text>
      </TextContent>
      <Form onSubmit={(event) => event.preventDefault()} className="keypool-question">
        <FormGroup label={text('role.delete.type', { name: role.name })} fieldId="role-delete-name">
          <TextInput id="role-delete-name" value={typed} onChange={(_event, value) => setTyped(value)} autoComplete="off" />
        </FormGroup>
      </Form>
    </Confirm>
  );
}
