import { Button, Form, FormGroup, Text, TextContent, TextInput, Title } from '@patternfly/react-core';
import { useState } from 'react';
import { Confirm } from '../../../shared/parts/confirm';
import { useText } from '../../../shared/texts';
import { go, useApi, useHref } from '../../console';
import { type Pool, poolPath } from '../../model/pools';

/** What cannot be brought back asks for the pool's name. */
export function DeletePool({ pool }: { pool: Pool }) {
  const text = useText();
  const [asked, setAsked] = useState(false);
  return (
    <section className="keypool-below">
      <Title headingLevel="h2" size="lg">
        {text('pool.delete')}
      </Title>
      <TextContent className="keypool-row">
        <Text>{text('pool.delete.help')}</Text>
      </TextContent>
      <Button variant="danger" onClick={() => setAsked(true)}>
        {text('pool.delete')}
      </Button>
      {asked && <Question pool={pool} onClose={() => setAsked(false)} />}
    </section>
  );
}

function Question({ pool, onClose }: { pool: Pool; onClose: () => void }) {
  const text = useText();
  const api = useApi();
  const href = useHref();
  const [typed, setTyped] = useState('');
  const run = async () => {
    await api.delete(poolPath(pool.identityPoolId));
    go(href());
  };
  return (
    <Confirm
      title={text('pool.delete.title', { name: pool.name })}
      action={text('pool.delete')}
      done={text('pool.deleted', { name: pool.name })}
      ready={typed === pool.name}
      run={run}
      onClose={onClose}
    >
      <TextContent>
        <Text>{text('pool.delete.body')}</Text>
      </TextContent>
      <Form onSubmit={(event) => event.preventDefault()} className="keypool-question">
        <FormGroup label={text('pool.delete.type', { name: pool.name })} fieldId="pool-delete-name">
          <TextInput id="pool-delete-name" value={typed} onChange={(_event, value) => setTyped(value)} autoComplete="off" />
        </FormGroup>
      </Form>
    </Confirm>
  );
}
