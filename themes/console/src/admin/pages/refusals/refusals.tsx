import { useConsole } from '../../console';
import { LatestRefusals } from './latest';
import { OneRefusal } from './refusal';

/** Why calls were refused: one by its request id, or the latest ones. */
export default function Refusals() {
  const { path } = useConsole();
  const requestId = path[1];
  return requestId ? <OneRefusal key={requestId} requestId={requestId} /> : <LatestRefusals />;
}
