package io.keypool.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

/**
 * What somebody without an issuer's key can make of its tokens.
 *
 * <p>Source: RFC 8725 §2.1, §3.1, §3.2 (algorithm confusion, {@code none}) and §3.10 (keys that a token names).
 */
enum Forgery {
    NO_ALGORITHM {
        @Override
        String of(StubIssuer issuer, JWTClaimsSet claims) {
            return encode("{\"alg\":\"none\",\"kid\":\"" + issuer.key().getKeyID() + "\"}") + "."
                    + encode(claims.toString()) + ".";
        }
    },

    NO_SIGNATURE {
        @Override
        String of(StubIssuer issuer, JWTClaimsSet claims) {
            return withSignature(issuer.sign(claims), "");
        }
    },

    BROKEN_SIGNATURE {
        @Override
        String of(StubIssuer issuer, JWTClaimsSet claims) {
            return withSignature(issuer.sign(claims), encode("A".repeat(256)));
        }
    },

    SIGNATURE_OF_OTHER_CLAIMS {
        @Override
        String of(StubIssuer issuer, JWTClaimsSet claims) {
            JWTClaimsSet others =
                    new JWTClaimsSet.Builder(claims).subject("somebody else").build();
            return withSignature(issuer.sign(claims), issuer.sign(others).split("\\.", -1)[2]);
        }
    },

    FOREIGN_KEY_UNDER_A_KNOWN_ID {
        @Override
        String of(StubIssuer issuer, JWTClaimsSet claims) {
            return Tenant.sign(issuer.header().build(), claims, foreignKey());
        }
    },

    FOREIGN_KEY_IN_THE_HEADER {
        @Override
        String of(StubIssuer issuer, JWTClaimsSet claims) {
            RSAKey foreign = foreignKey();
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .keyID("foreign")
                    .jwk(foreign.toPublicJWK())
                    .build();
            return Tenant.sign(header, claims, foreign);
        }
    },

    UNKNOWN_KEY_ID {
        @Override
        String of(StubIssuer issuer, JWTClaimsSet claims) {
            return Tenant.sign(issuer.header().keyID("unknown").build(), claims, issuer.key());
        }
    },

    NO_KEY_ID {
        @Override
        String of(StubIssuer issuer, JWTClaimsSet claims) {
            return Tenant.sign(issuer.header().keyID(null).build(), claims, issuer.key());
        }
    },

    /** The public key is no secret; who takes it for one believes anybody. */
    MAC_WITH_THE_PUBLIC_KEY {
        @Override
        String of(StubIssuer issuer, JWTClaimsSet claims) {
            try {
                SignedJWT token = new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.HS256)
                                .keyID(issuer.key().getKeyID())
                                .build(),
                        claims);
                token.sign(new MACSigner(issuer.key().toRSAPublicKey().getEncoded()));
                return token.serialize();
            } catch (JOSEException unusable) {
                throw new IllegalStateException(unusable);
            }
        }
    };

    abstract String of(StubIssuer issuer, JWTClaimsSet claims);

    private static RSAKey foreignKey() {
        try {
            return new RSAKeyGenerator(2048).generate();
        } catch (JOSEException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    private static String encode(String text) {
        return Base64URL.encode(text.getBytes(UTF_8)).toString();
    }

    private static String withSignature(String token, String signature) {
        return token.substring(0, token.lastIndexOf('.') + 1) + signature;
    }
}
