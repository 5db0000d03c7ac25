package io.keypool.sts;

import java.util.Optional;

/** A checked AssumeRole call. */
public record AssumeRoleRequest(
        RoleRequest role, SessionTags tags, Optional<String> sourceIdentity, Optional<String> externalId) {}
