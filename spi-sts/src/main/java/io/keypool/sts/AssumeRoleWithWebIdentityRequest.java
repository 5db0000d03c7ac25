package io.keypool.sts;

import io.keypool.aws.Secret;

/** A checked AssumeRoleWithWebIdentity call. */
public record AssumeRoleWithWebIdentityRequest(RoleRequest role, Secret webIdentityToken) {}
