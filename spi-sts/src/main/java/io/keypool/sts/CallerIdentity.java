package io.keypool.sts;

import io.keypool.aws.AccountId;
import io.keypool.aws.Arn;

/** Whose credentials signed a request: {@code AROA…:session}, the account, and the assumed-role ARN. */
public record CallerIdentity(String userId, AccountId account, Arn arn) {}
