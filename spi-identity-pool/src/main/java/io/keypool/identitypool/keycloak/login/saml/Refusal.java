package io.keypool.identitypool.keycloak.login.saml;

import io.keypool.aws.AwsFault;
import io.keypool.identitypool.CognitoFault;

/** Why a SAML response proves nothing. The reasons are for the log, and hold nothing of what the response says. */
final class Refusal {

    private Refusal() {}

    /** AWS's wording of this one was never seen; it follows that for OpenID tokens. */
    static AwsFault malformed(String why) {
        return CognitoFault.invalidLoginToken("Not a valid SAML response.").because(why);
    }

    static AwsFault notVerified(String why) {
        return CognitoFault.invalidLoginToken("Couldn't verify signed token.").because(why);
    }

    static AwsFault otherIssuer(String why) {
        return CognitoFault.invalidLoginToken("Issuer doesn't match providerName")
                .because(why);
    }

    static AwsFault notForUs(String why) {
        return CognitoFault.unsupportedProvider().because(why);
    }
}
