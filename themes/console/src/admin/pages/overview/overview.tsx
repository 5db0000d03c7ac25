import { ToggleGroup, ToggleGroupItem } from '@patternfly/react-core';
import { Loaded, useLoad } from '../../../shared/parts/load';
import { ConsolePage } from '../../../shared/parts/page';
import { useText } from '../../../shared/texts';
import { go, useAccess, useApi, useConsole, useHref } from '../../console';
import { poolPath } from '../../model/pools';
import { type Counts, type Guests, MEASURES, type Statistics } from '../../model/statistics';
import { PoolChoice } from '../../parts/pool-choice';
import { DayCharts } from './day-charts';
import { Figures } from './figures';
import { FirstPool, FirstSteps } from './first-steps';
import { GuestLimits } from './guest-limits';
import { TopReasons } from './top-reasons';

const RANGES = [7, 30, 90];
const DEFAULT_RANGE = 30;

/** What happened in a pool lately. */
export default function Overview() {
  const text = useText();
  return (
    <ConsolePage title={text('overview.title')} intro={text('overview.intro')}>
      <PoolChoice page="overview" none={<FirstPool />}>
        {(pool) => <OverviewOf poolId={pool.identityPoolId} />}
      </PoolChoice>
    </ConsolePage>
  );
}

function OverviewOf({ poolId }: { poolId: string }) {
  const api = useApi();
  const access = useAccess();
  const { path } = useConsole();
  const range = RANGES.find((days) => String(days) === path[2]) ?? DEFAULT_RANGE;
  const statistics = useLoad(
    () => api.get<Statistics>(`${poolPath(poolId, 'statistics')}?from=${firstDay(range)}`),
    [api, poolId, range],
  );
  const guests = useLoad(() => api.get<Guests>(poolPath(poolId, 'guests')), [api, poolId]);
  const counts = useLoad(() => api.get<Counts>(poolPath(poolId, 'count')), [api, poolId]);
  return (
    <div className="keypool-stack">
      <Range poolId={poolId} range={range} />
      <Loaded from={statistics}>
        {({ days }) => {
          const quiet = days.every((day) => MEASURES.every((measure) => day[measure] === 0));
          return quiet && counts.value?.guests === 0 && counts.value.linked === 0 ? (
            <FirstSteps poolId={poolId} />
          ) : (
            <>
              <Figures days={days} counts={counts.value} />
              <DayCharts days={days} />
            </>
          );
        }}
      </Loaded>
      <Loaded from={guests}>{(known) => <GuestLimits poolId={poolId} guests={known} />}</Loaded>
      {access.seeEvents && <TopReasons />}
    </div>
  );
}

/** Days are those of UTC, as they are counted. */
function firstDay(range: number): string {
  const today = new Date();
  today.setUTCDate(today.getUTCDate() - range + 1);
  return today.toISOString().slice(0, 10);
}

function Range({ poolId, range }: { poolId: string; range: number }) {
  const text = useText();
  const href = useHref();
  return (
    <ToggleGroup aria-label={text('overview.range')}>
      {RANGES.map((days) => (
        <ToggleGroupItem
          key={days}
          buttonId={`keypool-range-${days}`}
          text={text('overview.days', { days })}
          isSelected={days === range}
          onChange={() => go(href('overview', poolId, String(days)))}
        />
      ))}
    </ToggleGroup>
  );
}
