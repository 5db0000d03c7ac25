// What the visitor saw as a guest, to be shown beside what they see as themselves; for this tab only.
const GUEST = 'keypool.guest';

export const journal = {
  get guest() {
    return JSON.parse(sessionStorage.getItem(GUEST));
  },
  set guest(card) {
    sessionStorage.setItem(GUEST, JSON.stringify(card));
  },
};
