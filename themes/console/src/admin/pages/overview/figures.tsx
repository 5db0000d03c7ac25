import { Card, CardBody, CardTitle, Gallery } from '@patternfly/react-core';
import { useMessages, useText } from '../../../shared/texts';
import type { Day, Guests, Measure } from '../../model/statistics';

/** The sums of the range, and how many guests there are. */
export function Figures({ days, guests }: { days: Day[]; guests: Guests | undefined }) {
  const text = useText();
  const sum = (measure: Measure) => days.reduce((total, day) => total + day[measure], 0);
  return (
    <Gallery hasGutter minWidths={{ default: '10rem' }}>
      <Figure title={text('overview.figure.signIns')} value={sum('signIns')} />
      <Figure title={text('overview.figure.guests')} value={sum('guests')} />
      {guests && <Figure title={text('overview.figure.existing')} value={guests.existing} />}
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
