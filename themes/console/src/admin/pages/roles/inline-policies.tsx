import { Button, Card, CardBody, CardHeader, CardTitle, TextInput } from '@patternfly/react-core';
import PlusCircleIcon from '@patternfly/react-icons/dist/esm/icons/plus-circle-icon';
import { useText } from '../../../shared/texts';
import type { NamedDocument } from '../../model/roles';
import { Field } from '../../parts/field';
import { PolicyEditor } from '../../parts/policy-editor';

/** As IAM has names of policies. */
const NAME = /^[\w+=,.@-]{1,128}$/;

/** What a new one begins with: an example to change. */
const EXAMPLE = JSON.stringify(
  { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::my-bucket/*' }] },
  null,
  2,
);

/** A key of a text: why it cannot be saved. The document is judged by the server. */
export function inlineProblem(policies: NamedDocument[], at: number): string | undefined {
  const { name, document } = policies[at]!;
  if (!NAME.test(name)) {
    return 'role.inline.name.wrong';
  }
  if (policies.some((other, index) => index !== at && other.name === name)) {
    return 'role.inline.name.twice';
  }
  return document.trim() === '' ? 'role.inline.empty' : undefined;
}

type Props = { policies: NamedDocument[]; onChange: (policies: NamedDocument[]) => void; readOnly: boolean };

export function InlinePolicies({ policies, onChange, readOnly }: Props) {
  const text = useText();
  const change = (at: number, policy: NamedDocument) => onChange(policies.map((other, index) => (index === at ? policy : other)));
  return (
    <>
      {policies.length === 0 && <p>{text('role.inline.none')}</p>}
      {policies.map((policy, at) => (
        <One
          key={at}
          number={at + 1}
          policy={policy}
          problem={inlineProblem(policies, at)}
          onChange={(changed) => change(at, changed)}
          onRemove={() => onChange(policies.filter((_other, index) => index !== at))}
          readOnly={readOnly}
        />
      ))}
      {!readOnly && (
        <div>
          <Button variant="link" isInline icon={<PlusCircleIcon />} onClick={() => onChange([...policies, { name: '', document: EXAMPLE }])}>
            {text('role.inline.add')}
          </Button>
        </div>
      )}
    </>
  );
}

type OneProps = {
  number: number;
  policy: NamedDocument;
  problem: string | undefined;
  onChange: (policy: NamedDocument) => void;
  onRemove: () => void;
  readOnly: boolean;
};

function One({ number, policy, problem, onChange, onRemove, readOnly }: OneProps) {
  const text = useText();
  const title = policy.name || text('role.inline.new');
  return (
    <Card isFlat isCompact>
      <CardHeader
        {...(!readOnly && {
          actions: {
            actions: (
              <Button variant="link" isDanger onClick={onRemove} aria-label={text('role.inline.remove', { name: title })}>
                {text('remove')}
              </Button>
            ),
          },
        })}
      >
        <CardTitle component="h3">{title}</CardTitle>
      </CardHeader>
      <CardBody className="keypool-stack">
        {!readOnly && (
          <Field id={`role-inline-${number}`} label={text('role.inline.name')} required error={problem && text(problem)}>
            <TextInput id={`role-inline-${number}`} value={policy.name} onChange={(_event, name) => onChange({ ...policy, name })} />
          </Field>
        )}
        <PolicyEditor
          id={`role-inline-document-${number}`}
          label={text('role.inline.document', { number })}
          kind="IDENTITY"
          value={policy.document}
          onChange={(document) => onChange({ ...policy, document })}
          readOnly={readOnly}
        />
      </CardBody>
    </Card>
  );
}
