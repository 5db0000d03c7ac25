import type { Api } from '../../../shared/api';
import { type Identity, identityPath, type Merge } from '../../model/identities';

/** An identity with those that went into it. */
export type Node = {
  identityId: string;
  /** By what it went into the one above; left out for the one that lives on. */
  merge?: Merge;
  children: Node[];
  /** There are more below than are shown. */
  cut?: boolean;
};

/** The past are merges by which the one that lives on was once a part of another one. */
export type Tree = { root: Node; past: Merge[] };

/** So that a page about somebody with a long history opens in its time. */
const MOST_IDENTITIES = 50;

/** From the identity that lives on down to the first ones, wherever in between the given one stands. */
export async function mergeTree(api: Api, identity: Identity): Promise<Tree> {
  let survivor = identity;
  while (survivor.mergedInto) {
    survivor = await api.get<Identity>(identityPath(survivor.mergedInto));
  }
  const ask = (identityId: string) => api.get<Merge[]>(identityPath(identityId, 'merges'));
  let asked = 0;
  const below = async (identityId: string, known?: Merge[]): Promise<Pick<Node, 'children' | 'cut'>> => {
    if (++asked > MOST_IDENTITIES) {
      return { children: [], cut: true };
    }
    const merges = known ?? (await ask(identityId));
    const into = merges.filter((merge) => merge.identityId === identityId);
    return { children: await Promise.all(into.map(child)) };
  };
  const child = async (merge: Merge): Promise<Node> => {
    const identityId = merge.mergedIdentityId;
    // What was taken apart has its own history again.
    return { identityId, merge, ...(merge.undone ? { children: [] } : await below(identityId)) };
  };
  const { identityId } = survivor;
  const merges = await ask(identityId);
  return {
    root: { identityId, ...(await below(identityId, merges)) },
    past: merges.filter((merge) => merge.mergedIdentityId === identityId),
  };
}
