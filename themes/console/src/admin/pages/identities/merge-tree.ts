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

/** So that a page about somebody with a long history opens in its time. */
const MOST_IDENTITIES = 50;

/** From the identity that lives on down to the first ones, wherever in between the given one stands. */
export async function mergeTree(api: Api, identity: Identity): Promise<Node> {
  let survivor = identity;
  while (survivor.mergedInto) {
    survivor = await api.get<Identity>(identityPath(survivor.mergedInto));
  }
  let asked = 0;
  const below = async (identityId: string): Promise<Pick<Node, 'children' | 'cut'>> => {
    if (++asked > MOST_IDENTITIES) {
      return { children: [], cut: true };
    }
    const merges = await api.get<Merge[]>(identityPath(identityId, 'merges'));
    const into = merges.filter((merge) => merge.identityId === identityId);
    return { children: await Promise.all(into.map(child)) };
  };
  const child = async (merge: Merge): Promise<Node> => {
    const identityId = merge.mergedIdentityId;
    // What was taken apart has its own history again.
    return { identityId, merge, ...(merge.undone ? { children: [] } : await below(identityId)) };
  };
  return { identityId: survivor.identityId, ...(await below(survivor.identityId)) };
}
