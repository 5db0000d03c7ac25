package io.keypool.identitypool;

import io.keypool.aws.Secret;
import java.util.Optional;

/**
 * A login that is about to be stored.
 *
 * @param userIdentifier the id of the person, which is stored of developer identities only: their backend may ask for
 *     it
 */
public record NewLogin(LoginKey key, Optional<Secret> userIdentifier) {}
