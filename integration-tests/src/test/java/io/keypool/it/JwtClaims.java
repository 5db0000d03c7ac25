package io.keypool.it;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;

/** The claims of tokens whose signatures are not what a test is about. */
final class JwtClaims {

    private JwtClaims() {}

    static JWTClaimsSet of(String token) {
        try {
            return SignedJWT.parse(token).getJWTClaimsSet();
        } catch (ParseException malformed) {
            throw new AssertionError(malformed);
        }
    }

    /** The identity that the ID token tells. */
    static String identity(RealmTokens tokens) {
        return (String) of(tokens.idToken()).getClaim("identity_id");
    }
}
