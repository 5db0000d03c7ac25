package io.keypool.identitypool.keycloak;

import org.keycloak.models.RealmModel;

/** How many identity pools a realm may have. AWS raises its quota for an account, too. */
final class PoolQuota {

    /** The realm attribute that holds it. */
    static final String ATTRIBUTE = "keypool.identityPoolQuota";

    /**
     * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html">Amazon Cognito Developer
     *     Guide, Quotas</a>
     */
    private static final int DEFAULT = 1000;

    private PoolQuota() {}

    /** @throws IllegalArgumentException when the attribute is set and is no number */
    static int of(RealmModel realm) {
        String configured = realm.getAttribute(ATTRIBUTE);
        return configured == null || configured.isBlank() ? DEFAULT : Integer.parseInt(configured.strip());
    }
}
