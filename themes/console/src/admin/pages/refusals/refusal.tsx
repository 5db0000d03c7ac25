import { Button, DescriptionList, EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter, EmptyStateHeader, List, ListItem } from '@patternfly/react-core';
import { Refused } from '../../../shared/api';
import { Loaded, useLoad } from '../../../shared/parts/load';
import { ConsolePage } from '../../../shared/parts/page';
import { useMessages, useText } from '../../../shared/texts';
import { useApi, useConsole, useHref } from '../../console';
import { callOf, type Refusal } from '../../model/refusals';
import { DecisionTrace } from '../../parts/decision';
import { Fact, Section } from '../../parts/section';
import { Lookup } from './lookup';

/** One refused call, with what the caller was not told. */
export function OneRefusal({ requestId }: { requestId: string }) {
  const text = useText();
  const api = useApi();
  const href = useHref();
  const refusal = useLoad(() => api.get<Refusal>(`/sts/refusals/${encodeURIComponent(requestId)}`), [api, requestId]);
  const forgotten = refusal.failure instanceof Refused && refusal.failure.status === 404;
  return (
    <ConsolePage title={text('refusals.one')} crumbs={[{ name: text('refusals.title'), href: href('refusals') }]}>
      <div className="keypool-stack">
        <Lookup value={requestId} />
        {forgotten ? (
          <Forgotten reload={refusal.reload} />
        ) : (
          <Loaded from={refusal}>{(known) => <Trace refusal={known} />}</Loaded>
        )}
      </div>
    </ConsolePage>
  );
}

function Trace({ refusal }: { refusal: Refusal }) {
  const text = useText();
  const messages = useMessages();
  return (
    <>
      <Section title={text('refusals.told')}>
        <DescriptionList isHorizontal>
          <Fact term={text('refusals.time')}>{messages.time(refusal.time)}</Fact>
          <Fact term={text('refusals.call')} mono>
            {callOf(refusal)}
          </Fact>
          {refusal.accessKeyId && (
            <Fact term={text('refusals.key')} mono>
              {refusal.accessKeyId}
            </Fact>
          )}
          <Fact term={text('refusals.code')}>{refusal.code}</Fact>
          <Fact term={text('refusals.message')}>{refusal.message}</Fact>
        </DescriptionList>
      </Section>
      <Section title={text('refusals.why')}>
        {refusal.decision && <DecisionTrace decision={refusal.decision} />}
        {refusal.cause && (
          <DescriptionList isHorizontal isCompact className={refusal.decision ? 'keypool-gap' : ''}>
            <Fact term={text(refusal.decision ? 'refusals.cause.decision' : 'refusals.cause')}>{refusal.cause}</Fact>
          </DescriptionList>
        )}
        {!refusal.cause && !refusal.decision && <p>{text('refusals.why.told')}</p>}
      </Section>
    </>
  );
}

/** Each node remembers its own, and not for ever: what else there is. */
function Forgotten({ reload }: { reload: () => void }) {
  const text = useText();
  const { realm } = useConsole();
  return (
    <EmptyState>
      <EmptyStateHeader titleText={text('refusals.forgotten')} headingLevel="h2" />
      <EmptyStateBody>
        <p>{text('refusals.forgotten.body')}</p>
        <List className="keypool-steps">
          <ListItem>{text('refusals.forgotten.id')}</ListItem>
          <ListItem>{text('refusals.forgotten.nodes')}</ListItem>
          <ListItem>{text('refusals.forgotten.log')}</ListItem>
        </List>
      </EmptyStateBody>
      <EmptyStateFooter>
        <EmptyStateActions>
          <Button onClick={reload}>{text('load.again')}</Button>
          <Button variant="link" component="a" href={`#/${encodeURIComponent(realm)}/events/user-events`}>
            {text('refusals.forgotten.events')}
          </Button>
        </EmptyStateActions>
      </EmptyStateFooter>
    </EmptyState>
  );
}
