import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { Loaded, useLoad } from '../../../shared/parts/load';
import { useMessages, useText } from '../../../shared/texts';
import { useApi, useHref } from '../../console';
import { callOf, type Refusal } from '../../model/refusals';
import { Section } from '../../parts/section';

const MOST_ASKED = 1000;
const MOST_SHOWN = 10;

type Reason = { call: string; code: string; count: number; latest: Refusal };

/** Why calls were refused most, as far as the node that answers remembers them. */
export function TopReasons() {
  const text = useText();
  const api = useApi();
  const href = useHref();
  const refusals = useLoad(() => api.get<Refusal[]>(`/sts/refusals?max=${MOST_ASKED}`), [api]);
  return (
    <Section title={text('overview.reasons')}>
      <div className="keypool-stack">
        <p>{text('overview.reasons.body')}</p>
        <Loaded from={refusals}>
          {(all) => (all.length === 0 ? <p>{text('overview.reasons.none')}</p> : <Reasons reasons={reasonsOf(all)} />)}
        </Loaded>
        <a href={href('refusals')}>{text('overview.reasons.all')}</a>
      </div>
    </Section>
  );
}

/** The most frequent first. Refusals come with the latest first. */
function reasonsOf(refusals: Refusal[]): Reason[] {
  const reasons = new Map<string, Reason>();
  for (const refusal of refusals) {
    const call = callOf(refusal);
    const key = `${call} ${refusal.code}`;
    const known = reasons.get(key);
    reasons.set(key, known ? { ...known, count: known.count + 1 } : { call, code: refusal.code, count: 1, latest: refusal });
  }
  return [...reasons.values()].sort((one, other) => other.count - one.count).slice(0, MOST_SHOWN);
}

function Reasons({ reasons }: { reasons: Reason[] }) {
  const text = useText();
  const href = useHref();
  const messages = useMessages();
  return (
    <Table variant="compact" aria-label={text('overview.reasons')}>
      <Thead>
        <Tr>
          <Th>{text('refusals.call')}</Th>
          <Th>{text('refusals.code')}</Th>
          <Th>{text('overview.reasons.count')}</Th>
          <Th>{text('overview.reasons.latest')}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {reasons.map(({ call, code, count, latest }) => (
          <Tr key={latest.requestId}>
            <Td dataLabel={text('refusals.call')} className="keypool-mono">
              {call}
            </Td>
            <Td dataLabel={text('refusals.code')}>{code}</Td>
            <Td dataLabel={text('overview.reasons.count')}>{messages.number(count)}</Td>
            <Td dataLabel={text('overview.reasons.latest')}>
              <a href={href('refusals', latest.requestId)}>{messages.time(latest.time)}</a>
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
