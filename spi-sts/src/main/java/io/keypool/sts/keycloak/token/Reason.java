package io.keypool.sts.keycloak.token;

import java.time.Instant;

/** Why a token or an assertion proves nothing. */
public sealed interface Reason {

    /** What is wrong with it, in Amazon Cognito's words where they were seen. */
    String text();

    /** It is not what it has to be, or lacks a part. */
    record Malformed(String text) implements Reason {}

    record MissingClaim(String claim) implements Reason {

        @Override
        public String text() {
            return "Missing a required claim: " + claim;
        }
    }

    /** Its signature is not good. */
    record NotVerified() implements Reason {

        @Override
        public String text() {
            return "Couldn't verify signed token.";
        }
    }

    /** It names a key that its issuer does not have. */
    record UnknownKey() implements Reason {

        @Override
        public String text() {
            return new NotVerified().text();
        }
    }

    /** @param issuer whom it names */
    record OtherIssuer(String issuer) implements Reason {

        @Override
        public String text() {
            return "Issuer doesn't match providerName";
        }
    }

    /** It was issued for somebody else. */
    record OtherAudience() implements Reason {

        @Override
        public String text() {
            return "Incorrect token audience";
        }
    }

    /** @param end since when it proves nothing any more */
    record Expired(Instant now, Instant end) implements Reason {

        @Override
        public String text() {
            return "Token expired: " + now.getEpochSecond() + " >= " + end.getEpochSecond();
        }
    }

    record NotYetValid() implements Reason {

        @Override
        public String text() {
            return "Token is not valid yet.";
        }
    }

    /** It is good for once. */
    record UsedAlready() implements Reason {

        @Override
        public String text() {
            return "The SAML assertion was used already.";
        }
    }

    /** The identity provider itself says so. */
    record Rejected(String text) implements Reason {}

    /** The identity provider's keys cannot be had. */
    record KeysUnreachable() implements Reason {

        @Override
        public String text() {
            return new ProviderUnreachable().text();
        }
    }

    /** The identity provider cannot be asked about it. */
    record ProviderUnreachable() implements Reason {

        @Override
        public String text() {
            return "The login provider could not be asked. Please try again.";
        }
    }
}
