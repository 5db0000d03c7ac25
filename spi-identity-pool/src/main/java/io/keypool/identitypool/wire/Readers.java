package io.keypool.identitypool.wire;

import io.keypool.aws.Secret;
import io.keypool.aws.Shape;
import io.keypool.identitypool.GetCredentialsForIdentityRequest;
import io.keypool.identitypool.GetIdRequest;
import io.keypool.identitypool.GetOpenIdTokenRequest;
import io.keypool.identitypool.IdentityId;
import io.keypool.identitypool.Logins;
import io.keypool.identitypool.PoolId;
import io.keypool.identitypool.UnlinkIdentityRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the members of the operations that nobody signs, by the constraints of the service model. */
final class Readers {

    private static final Shape ACCOUNT_ID = Shape.of(1, 15, "\\d+");

    private Readers() {}

    /** AccountId is checked and has no further meaning: the realm of the address is the account. */
    static GetIdRequest getId(JsonMembers members) {
        String pool = members.requiredText("IdentityPoolId", Shapes.ID);
        members.text("AccountId", ACCOUNT_ID);
        Map<String, String> logins = logins(members).orElse(Map.of());
        members.check();
        return new GetIdRequest(new PoolId(pool), of(logins));
    }

    static GetOpenIdTokenRequest getOpenIdToken(JsonMembers members) {
        String identity = members.requiredText("IdentityId", Shapes.ID);
        Map<String, String> logins = logins(members).orElse(Map.of());
        members.check();
        return new GetOpenIdTokenRequest(new IdentityId(identity), of(logins));
    }

    static GetCredentialsForIdentityRequest getCredentialsForIdentity(JsonMembers members) {
        String identity = members.requiredText("IdentityId", Shapes.ID);
        Map<String, String> logins = logins(members).orElse(Map.of());
        Optional<String> customRoleArn = members.text("CustomRoleArn", Shape.ARN);
        members.check();
        return new GetCredentialsForIdentityRequest(new IdentityId(identity), of(logins), customRoleArn);
    }

    static UnlinkIdentityRequest unlinkIdentity(JsonMembers members) {
        String identity = members.requiredText("IdentityId", Shapes.ID);
        Map<String, String> logins = members.required("Logins", logins(members), Map.of());
        List<String> loginsToRemove = members.requiredTexts("LoginsToRemove", Shapes.PROVIDER_NAME);
        members.check();
        return new UnlinkIdentityRequest(new IdentityId(identity), of(logins), Set.copyOf(loginsToRemove));
    }

    static Optional<Map<String, String>> logins(JsonMembers members) {
        Optional<Map<String, String>> logins = members.textMap("Logins", Shapes.PROVIDER_NAME, Shapes.TOKEN);
        members.count("Logins", logins.map(Map::size), 0, Shapes.MAX_LOGINS);
        return logins;
    }

    static Logins of(Map<String, String> logins) {
        Map<String, Secret> tokens = new LinkedHashMap<>();
        logins.forEach((provider, token) -> tokens.put(provider, new Secret(token)));
        return new Logins(tokens);
    }
}
