package io.keypool.sts.keycloak;

import io.keypool.aws.AccountId;
import org.keycloak.models.RealmModel;

/** The AWS account that a realm is. */
public final class RealmAccount {

    /** The realm attribute that holds the account id. */
    public static final String ATTRIBUTE = "keypool.accountId";

    private RealmAccount() {}

    /** @throws IllegalArgumentException when the attribute is set and is no account id */
    public static AccountId of(RealmModel realm) {
        String configured = realm.getAttribute(ATTRIBUTE);
        return configured == null || configured.isBlank() ? AccountId.DEFAULT : new AccountId(configured);
    }
}
