import { ActionGroup, Alert, Button, Form, FormGroup, Radio, TextArea, TextInput } from '@patternfly/react-core';
import type { FormEvent } from 'react';
import { useText } from '../../../shared/texts';
import { Field } from '../../parts/field';
import type { Typed } from '../../parts/form';
import { RoleField, roleName, useRoles } from '../../parts/role-field';
import { ContextKeys } from './context-keys';
import { Examples } from './examples';
import { PastedPolicies } from './pasted-policies';
import { isComplete, SOURCES, type Trial } from './trial';

type Part = { typed: Typed<Trial> };

type Props = Part & { busy: boolean; refusal: string | undefined; run: () => void };

/** Whose policies, and what for. */
export function TrialForm({ typed, busy, refusal, run }: Props) {
  const text = useText();
  const ready = isComplete(typed.values) && !busy;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (ready) {
      run();
    }
  };
  return (
    <Form aria-label={text('simulator.title')} onSubmit={onSubmit} maxWidth="60rem">
      <Whose typed={typed} />
      <What typed={typed} />
      <ContextKeys context={typed.values.context} onChange={(context) => typed.set({ context })} />
      <ActionGroup>
        <Button type="submit" isDisabled={!ready} isLoading={busy}>
          {text('simulator.run')}
        </Button>
      </ActionGroup>
      <div aria-live="polite">
        {refusal && (
          <Alert variant="danger" isInline component="p" title={text('simulator.refused')}>
            {refusal}
          </Alert>
        )}
      </div>
    </Form>
  );
}

function Whose({ typed: { values, set } }: Part) {
  const text = useText();
  return (
    <>
      <FormGroup role="radiogroup" isInline label={text('simulator.source')} fieldId="simulator-source">
        {SOURCES.map((source) => (
          <Radio
            key={source}
            id={`simulator-source-${source}`}
            name="simulator-source"
            label={text(`simulator.source.${source}`)}
            isChecked={values.source === source}
            onChange={() => set({ source })}
          />
        ))}
      </FormGroup>
      {values.source === 'role' && <Role role={values.role} onChange={(role) => set({ role })} />}
      {values.source === 'policies' && <PastedPolicies policies={values.policies} onChange={(policies) => set({ policies })} />}
      {values.source === 'user' && (
        <Field id="simulator-user" label={text('simulator.user')} required help={text('simulator.user.help')}>
          <TextInput id="simulator-user" isRequired value={values.user} onChange={(_event, user) => set({ user })} />
        </Field>
      )}
    </>
  );
}

/** By its name, since that is what stands in the address. */
function Role({ role, onChange }: { role: string; onChange: (role: string) => void }) {
  const text = useText();
  const roles = useRoles();
  const arn = roles?.find(({ name }) => name === role)?.arn ?? role;
  return (
    <Field id="simulator-role" label={text('simulator.role')} required help={text('simulator.role.help')}>
      <RoleField id="simulator-role" roles={roles} value={arn} onChange={(chosen) => onChange(roleName(chosen))} />
    </Field>
  );
}

function What({ typed: { values, set } }: Part) {
  const text = useText();
  return (
    <>
      <Examples onChoose={set} />
      <Field id="simulator-actions" label={text('simulator.actions')} required help={text('simulator.actions.help')}>
        <TextArea
          id="simulator-actions"
          className="keypool-mono"
          isRequired
          resizeOrientation="vertical"
          placeholder="s3:GetObject"
          value={values.actions}
          onChange={(_event, actions) => set({ actions })}
        />
      </Field>
      <Field id="simulator-resources" label={text('simulator.resources')} help={text('simulator.resources.help')}>
        <TextArea
          id="simulator-resources"
          className="keypool-mono"
          resizeOrientation="vertical"
          placeholder="arn:aws:s3:::demo-public/hello.txt"
          value={values.resources}
          onChange={(_event, resources) => set({ resources })}
        />
      </Field>
    </>
  );
}
