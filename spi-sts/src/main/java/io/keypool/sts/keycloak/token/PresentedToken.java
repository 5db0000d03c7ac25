package io.keypool.sts.keycloak.token;

import com.fasterxml.jackson.core.type.TypeReference;
import io.keypool.aws.Secret;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.jose.jws.JWSInputException;
import org.keycloak.util.JsonSerialization;

/** A token of the right shape, of which nothing is proven yet. */
public final class PresentedToken {

    /** RFC 7515, 7.1, without the padding and the trailing dots that decoders overlook. */
    private static final Pattern COMPACT_JWS = Pattern.compile("[\\w-]++\\.[\\w-]++\\.[\\w-]*+");

    private static final TypeReference<Map<String, Object>> CLAIMS = new TypeReference<>() {};

    private final JWSInput jws;
    private final IdTokenClaims claims;

    private PresentedToken(JWSInput jws, IdTokenClaims claims) {
        this.jws = jws;
        this.claims = claims;
    }

    /** @throws Unproven when the text is no JWS with a JSON object in it */
    public static PresentedToken parse(Secret token) {
        if (!isJws(token)) {
            throw notAnIdToken("it is no JWS in compact form");
        }
        try {
            JWSInput jws = new JWSInput(token.reveal());
            Map<String, Object> claims = JsonSerialization.readValue(jws.getContent(), CLAIMS);
            if (jws.getHeader() == null || claims == null) {
                throw notAnIdToken("it has no header or no claims");
            }
            return new PresentedToken(jws, new IdTokenClaims(claims));
        } catch (JWSInputException | IOException malformed) {
            // Its message may quote the token.
            throw notAnIdToken("its header or payload is no JSON object");
        }
    }

    /** Whether the text has the form of one, whatever is in it. */
    public static boolean isJws(Secret token) {
        return COMPACT_JWS.matcher(token.reveal()).matches();
    }

    /** Whom it names as its issuer. */
    public Optional<String> issuer() {
        return claims.optional("iss");
    }

    JWSInput jws() {
        return jws;
    }

    IdTokenClaims claims() {
        return claims;
    }

    static Unproven notAnIdToken(String why) {
        return new Unproven(new Reason.Malformed("Not a valid OpenId Connect identity token.")).because(why);
    }
}
