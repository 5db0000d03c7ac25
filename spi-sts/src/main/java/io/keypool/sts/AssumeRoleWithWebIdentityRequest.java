package io.keypool.sts;

import io.keypool.aws.Secret;
import java.util.Optional;

/** A checked AssumeRoleWithWebIdentity call. */
public record AssumeRoleWithWebIdentityRequest(
        RoleRequest role, Secret webIdentityToken, Optional<ProviderId> providerId) {}
