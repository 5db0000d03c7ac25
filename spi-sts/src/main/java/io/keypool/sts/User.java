package io.keypool.sts;

import io.keypool.aws.AccountId;
import io.keypool.aws.Arn;
import io.keypool.policy.Policies;

/**
 * A user with keys of its own: a confidential client of the realm.
 *
 * @param id what stays when the client gets another client id
 * @param uniqueId {@code AIDA…}, 21 characters, derived from the id
 * @param name the client id
 * @param permissions what its service account's roles and the policies attached to it give
 */
public record User(String id, String uniqueId, AccountId account, String name, Policies permissions) {

    public Arn arn() {
        return Arn.user(account, name);
    }
}
