import { Alert, Button, Form, FormSelect, FormSelectOption, Grid, GridItem, List, ListItem, TextInput } from '@patternfly/react-core';
import { type FormEvent, useState } from 'react';
import { useText } from '../../../shared/texts';
import { useApi } from '../../console';
import { type Person, STATES } from '../../model/identities';
import { Field } from '../../parts/field';
import type { Filter } from './filter';
import { ANYBODY, findUsers, type FoundUser, isComplete, personOf, type Who } from './who';
import { WhoFields } from './who-fields';

type Props = {
  poolId: string;
  filter: Filter;
  who: Who;
  onWho: (who: Who) => void;
  onSearch: (filter: Filter, person: Person | undefined) => void;
};

/** Which identities are looked for. */
export function SearchForm({ poolId, filter, who, onWho, onSearch }: Props) {
  const text = useText();
  const api = useApi();
  const [draft, setDraft] = useState(filter);
  const [users, setUsers] = useState<FoundUser[]>();
  const [failure, setFailure] = useState<unknown>();
  const [busy, setBusy] = useState(false);

  const found = (person: Person | undefined) => {
    setUsers(undefined);
    onSearch({ ...draft, after: '' }, person);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setFailure(undefined);
    if (who.way !== 'user') {
      found(personOf(who));
      return;
    }
    setBusy(true);
    try {
      const candidates = await findUsers(api, who.name);
      if (candidates[0] && candidates.length === 1) {
        found({ userId: candidates[0].id });
      } else {
        setUsers(candidates);
      }
    } catch (refusal) {
      setFailure(refusal);
    } finally {
      setBusy(false);
    }
  };
  const clear = () => {
    onWho(ANYBODY);
    setDraft({});
    setUsers(undefined);
    setFailure(undefined);
    onSearch({}, undefined);
  };

  return (
    <Form onSubmit={(event) => void submit(event)} aria-label={text('identities.search.title')}>
      <Grid hasGutter>
        <GridItem sm={6} md={3}>
          <Field id="keypool-state" label={text('identities.search.state')}>
            <FormSelect
              id="keypool-state"
              value={draft.state ?? ''}
              onChange={(_event, state) => setDraft({ ...draft, state })}
            >
              <FormSelectOption value="" label={text('identities.search.state.any')} />
              {STATES.map((state) => (
                <FormSelectOption key={state} value={state} label={text(`identity.state.${state}`)} />
              ))}
            </FormSelect>
          </Field>
        </GridItem>
        {(['from', 'to'] as const).map((end) => (
          <GridItem key={end} sm={6} md={3}>
            <Field id={`keypool-${end}`} label={text(`identities.search.${end}`)}>
              <TextInput
                id={`keypool-${end}`}
                type="date"
                value={draft[end] ?? ''}
                onChange={(_event, day) => setDraft({ ...draft, [end]: day })}
              />
            </Field>
          </GridItem>
        ))}
        <WhoFields poolId={poolId} who={who} onChange={onWho} />
      </Grid>
      {users && <Users users={users} onChoose={(user) => found({ userId: user.id })} />}
      {failure !== undefined && (
        <Alert variant="danger" isInline title={text('identities.search.users.failed')}>
          {failure instanceof Error ? failure.message : String(failure)}
        </Alert>
      )}
      <div className="keypool-line">
        <Button type="submit" isLoading={busy} isDisabled={busy || !isComplete(who)}>
          {text('identities.search.do')}
        </Button>
        <Button variant="link" onClick={clear}>
          {text('identities.search.clear')}
        </Button>
      </div>
    </Form>
  );
}

/** Several users may be meant, or nobody. */
function Users({ users, onChoose }: { users: FoundUser[]; onChoose: (user: FoundUser) => void }) {
  const text = useText();
  if (users.length === 0) {
    return <Alert variant="warning" isInline title={text('identities.search.users.none')} />;
  }
  return (
    <Alert variant="info" isInline title={text('identities.search.users.several')}>
      <List isPlain>
        {users.map((user) => (
          <ListItem key={user.id}>
            <Button variant="link" isInline onClick={() => onChoose(user)}>
              {user.username}
            </Button>{' '}
            {user.email}
          </ListItem>
        ))}
      </List>
    </Alert>
  );
}
