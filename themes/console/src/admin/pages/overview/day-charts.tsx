import { Card, CardBody, CardTitle, ExpandableSection, Gallery } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { lazy, Suspense } from 'react';
import { useMessages, useText } from '../../../shared/texts';
import { type Day, MEASURES, type Measure } from '../../model/statistics';

/** What draws is larger than all the rest of the page, so the page does not wait for it. */
const DayChart = lazy(() => import('./day-chart'));

/** One chart for each thing that is counted, each with the same numbers as a table. */
export function DayCharts({ days }: { days: Day[] }) {
  return (
    <Gallery hasGutter className="keypool-charts" minWidths={{ default: '100%', md: '24rem' }}>
      {MEASURES.map((measure) => (
        <MeasureCard key={measure} measure={measure} days={days} />
      ))}
    </Gallery>
  );
}

function MeasureCard({ measure, days }: { measure: Measure; days: Day[] }) {
  const text = useText();
  const title = text(`overview.chart.${measure}`);
  return (
    <Card isFlat component="section" aria-label={title}>
      <CardTitle component="h2">{title}</CardTitle>
      <CardBody>
        <div className="keypool-chart">
          <Suspense>
            <DayChart title={title} measure={measure} days={days} />
          </Suspense>
        </div>
        <ExpandableSection
          toggleText={text('overview.numbers')}
          toggleId={`keypool-numbers-${measure}`}
          contentId={`keypool-numbers-${measure}-content`}
        >
          <Numbers title={title} measure={measure} days={days} />
        </ExpandableSection>
      </CardBody>
    </Card>
  );
}

function Numbers({ title, measure, days }: { title: string; measure: Measure; days: Day[] }) {
  const text = useText();
  const messages = useMessages();
  return (
    // What scrolls can be reached by keyboard.
    <div className="keypool-numbers" tabIndex={0} role="region" aria-label={text('overview.numbers.of', { title })}>
      <Table variant="compact" aria-label={text('overview.numbers.of', { title })}>
        <Thead>
          <Tr>
            <Th>{text('overview.day')}</Th>
            <Th>{title}</Th>
          </Tr>
        </Thead>
        <Tbody>
          {[...days].reverse().map((day) => (
            <Tr key={day.day}>
              <Td dataLabel={text('overview.day')}>{day.day}</Td>
              <Td dataLabel={title}>{messages.number(day[measure])}</Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </div>
  );
}
