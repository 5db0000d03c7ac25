import { Card, CardBody, CardTitle, Gallery } from '@patternfly/react-core';
import { useMessages, useText } from '../../../shared/texts';
import type { Counts, Day, Measure } from '../../model/statistics';

/** Who there is now, and the sums of the range. */
export function Figures({ days, counts }: { days: Day[]; counts: Counts | undefined }) {
  const text = useText();
  const sum = (measure: Measure) => days.reduce((total, day) => total + day[measure], 0);
  return (
    <Gallery hasGutter minWidths={{ default: '10rem' }}>
      {counts && (
        <>
          <Figure title={text('overview.figure.existing')} value={counts.guests} />
          <Figure title={text('overview.figure.linked')} value={counts.linked} />
        </>
      )}
      <Figure title={text('overview.figure.guests')} value={sum('guests')} />
      <Figure title={text('overview.figure.signIns')} value={sum('signIns')} />
      <Figure title={text('overview.figure.merges')} value={sum('merges')} />
      <Figure title={text('overview.figure.refusals')} value={sum('refusals')} />
    </Gallery>
  );
}

function Figure({ title, value }: { title: string; value: number }) {
  const messages = useMessages();
  return (
    <Card isFlat isCompact>
      <CardTitle component="h2">{title}</CardTitle>
      <CardBody className="keypool-figure">{messages.number(value)}</CardBody>
    </Card>
  );
}
