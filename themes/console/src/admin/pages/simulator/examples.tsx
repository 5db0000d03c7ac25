import { Button } from '@patternfly/react-core';
import { useText } from '../../../shared/texts';
import type { Trial } from './trial';

/** Names in texts, and what they fill in. */
const EXAMPLES: Record<string, Pick<Trial, 'actions' | 'resources'>> = {
  read: { actions: 's3:GetObject', resources: 'arn:aws:s3:::demo-public/hello.txt' },
  write: { actions: 's3:GetObject\ns3:PutObject', resources: 'arn:aws:s3:::demo-users/someone/notes.txt' },
  call: { actions: 'execute-api:Invoke', resources: 'arn:aws:execute-api:us-east-1:000000000000:demo/$default/GET/demo-public/hello.txt' },
};

/** Questions to begin with. */
export function Examples({ onChoose }: { onChoose: (example: Pick<Trial, 'actions' | 'resources'>) => void }) {
  const text = useText();
  return (
    <div className="keypool-line" role="group" aria-label={text('simulator.examples')}>
      <span aria-hidden>{text('simulator.examples')}</span>
      {Object.entries(EXAMPLES).map(([name, example]) => (
        <Button key={name} variant="secondary" size="sm" onClick={() => onChoose(example)}>
          {text(`simulator.example.${name}`)}
        </Button>
      ))}
    </div>
  );
}
