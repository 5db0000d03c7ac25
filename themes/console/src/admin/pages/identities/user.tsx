import { Alert, Button, Form, InputGroup, InputGroupItem, TextInput } from '@patternfly/react-core';
import { type FormEvent, useState } from 'react';
import { Refused } from '../../../shared/api';
import { useText } from '../../../shared/texts';
import { useApi, useConsole } from '../../console';
import { type Identity, identityPath, type User } from '../../model/identities';
import { Field } from '../../parts/field';

type Tried = { user?: User; failure?: unknown };

/** Which user of the realm it is. That is not stored, so users are tried when somebody asks for it. */
export function UserOf({ identity }: { identity: Identity }) {
  const text = useText();
  const api = useApi();
  const [search, setSearch] = useState('');
  const [tried, setTried] = useState<Tried>();
  const [busy, setBusy] = useState(false);
  if (identity.logins.length === 0) {
    return <p>{text(identity.mergedInto ? 'identity.user.merged' : 'identity.user.no-login')}</p>;
  }
  const find = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      const body = search.trim() ? { search: search.trim() } : {};
      setTried({ user: await api.post<User>(identityPath(identity.identityId, 'user'), body) });
    } catch (failure) {
      setTried({ failure });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Form onSubmit={(event) => void find(event)} aria-label={text('identity.user')}>
      <Field id="keypool-user-search" label={text('identity.user.search')} help={text('identity.user.help')}>
        <InputGroup>
          <InputGroupItem isFill>
            <TextInput
              id="keypool-user-search"
              value={search}
              autoComplete="off"
              onChange={(_event, typed) => setSearch(typed)}
            />
          </InputGroupItem>
          <InputGroupItem>
            <Button type="submit" variant="control" isLoading={busy} isDisabled={busy}>
              {text('identity.user.find')}
            </Button>
          </InputGroupItem>
        </InputGroup>
      </Field>
      {tried && !busy && <Answer tried={tried} />}
    </Form>
  );
}

function Answer({ tried: { user, failure } }: { tried: Tried }) {
  const text = useText();
  const { realm } = useConsole();
  if (user) {
    const href = `#/${encodeURIComponent(realm)}/users/${encodeURIComponent(user.userId)}/settings`;
    return (
      <Alert variant="success" isInline component="h3" title={text('identity.user.found')}>
        <a href={href}>{user.username}</a>
      </Alert>
    );
  }
  const nobody = failure instanceof Refused && failure.status === 404;
  return (
    <Alert
      variant={nobody ? 'info' : 'danger'}
      isInline
      component="h3"
      title={text(nobody ? 'identity.user.none' : 'load.failed')}
    >
      {nobody ? text('identity.user.none.body') : failure instanceof Error ? failure.message : String(failure)}
    </Alert>
  );
}
