package io.keypool.sts;

/** What its maker gave a session: limits and tags. */
record SessionAttributes(SessionPolicies policies, SessionTags tags) {

    static final SessionAttributes NONE = new SessionAttributes(SessionPolicies.NONE, SessionTags.NONE);

    boolean isEmpty() {
        return policies.isEmpty() && tags.isEmpty();
    }
}
