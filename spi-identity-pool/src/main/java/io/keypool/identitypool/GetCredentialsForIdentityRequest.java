package io.keypool.identitypool;

import java.util.Optional;

/** A checked GetCredentialsForIdentity call. */
public record GetCredentialsForIdentityRequest(IdentityId identity, Logins logins, Optional<String> customRoleArn) {}
