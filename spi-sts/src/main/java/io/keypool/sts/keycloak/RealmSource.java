package io.keypool.sts.keycloak;

import io.keypool.aws.AwsFault;
import io.keypool.aws.Secret;
import io.keypool.aws.sigv4.SignedHttpRequest;
import org.keycloak.models.RealmModel;

/** Which realm a call is for. */
interface RealmSource {

    /** @throws AwsFault InvalidIdentityToken when the token leads to no realm */
    RealmModel ofToken(Secret webIdentityToken);

    /**
     * @param response in base64
     * @throws AwsFault InvalidIdentityToken when it leads to no realm
     */
    RealmModel ofAssertion(Secret response);

    /**
     * For a call with what tells of no realm.
     *
     * @param provider who is to vouch for the caller
     * @throws AwsFault InvalidIdentityToken when there is no realm for those
     */
    RealmModel ofProvider(String provider);

    /** @throws AwsFault when the signature leads to no realm */
    RealmModel ofSignature(SignedHttpRequest request);

    /** The realm that the path names. */
    static RealmSource always(RealmModel realm) {
        return new RealmSource() {
            @Override
            public RealmModel ofToken(Secret webIdentityToken) {
                return realm;
            }

            @Override
            public RealmModel ofAssertion(Secret response) {
                return realm;
            }

            @Override
            public RealmModel ofProvider(String provider) {
                return realm;
            }

            @Override
            public RealmModel ofSignature(SignedHttpRequest request) {
                return realm;
            }
        };
    }
}
