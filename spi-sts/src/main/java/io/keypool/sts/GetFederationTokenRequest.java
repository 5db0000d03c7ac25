package io.keypool.sts;

import java.time.Duration;

/** A checked GetFederationToken call. */
public record GetFederationTokenRequest(String name, SessionPolicies policies, SessionTags tags, Duration duration) {}
