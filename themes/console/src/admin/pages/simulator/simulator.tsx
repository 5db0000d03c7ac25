import { useEffect, useRef, useState } from 'react';
import { ConsolePage } from '../../../shared/parts/page';
import { SignedOut } from '../../../shared/session';
import { useText } from '../../../shared/texts';
import { go, useApi, useConsole, useHref } from '../../console';
import type { Question, SimulationResult } from '../../model/simulation';
import { useForm } from '../../parts/form';
import { type Documents, documentsOf } from './documents';
import { Results } from './results';
import { isComplete, pathOf, questionOf, type Trial, trialOf } from './trial';
import { TrialForm } from './trial-form';

type Outcome = { results: SimulationResult[]; documents: Documents };

/** What policies would decide: simulator/{role}/{actions}/{resources} */
export default function Simulator() {
  const text = useText();
  const href = useHref();
  const { path } = useConsole();
  const typed = useForm<Trial>(trialOf(path));
  const { values } = typed;
  const { outcome, refusal, busy, ask } = useSimulation();
  const run = () => {
    const place = pathOf(values);
    if (place) {
      go(href(...place));
    }
    void ask(questionOf(values));
  };
  // An address that has all of it is an answer to come back to.
  useEffect(() => {
    if (isComplete(values)) {
      run();
    }
  }, []);
  return (
    <ConsolePage title={text('simulator.title')} intro={text('simulator.intro')}>
      <div className="keypool-stack">
        <TrialForm typed={typed} busy={busy} refusal={refusal} run={run} />
        {outcome && <Results {...outcome} typed={typed} />}
      </div>
    </ConsolePage>
  );
}

/** One question at a time. The last answer stays until there is another, or a refusal. */
function useSimulation() {
  const api = useApi();
  const [outcome, setOutcome] = useState<Outcome>();
  const [refusal, setRefusal] = useState<string>();
  const [busy, setBusy] = useState(false);
  const there = useRef(true);
  useEffect(() => {
    there.current = true;
    return () => {
      there.current = false;
    };
  }, []);
  const answer = async (question: Question): Promise<Outcome> => {
    const [{ results }, documents] = await Promise.all([
      api.post<{ results: SimulationResult[] }>('/iam/simulate', question),
      documentsOf(api, question),
    ]);
    return { results, documents };
  };
  const ask = async (question: Question) => {
    setBusy(true);
    setRefusal(undefined);
    const { outcome: answered, refusal: refused } = await settled(answer(question));
    if (there.current) {
      setOutcome(answered);
      setRefusal(refused);
      setBusy(false);
    }
  };
  return { outcome, refusal, busy, ask };
}

async function settled(asked: Promise<Outcome>): Promise<{ outcome?: Outcome; refusal?: string }> {
  try {
    return { outcome: await asked };
  } catch (failure) {
    if (failure instanceof SignedOut) {
      location.reload();
    }
    return { refusal: failure instanceof Error ? failure.message : String(failure) };
  }
}
