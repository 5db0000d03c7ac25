package io.keypool.sts.wire;

import io.keypool.aws.Constraints;
import io.keypool.aws.Secret;
import io.keypool.aws.Shape;
import io.keypool.aws.query.QueryRequest;
import io.keypool.sts.AssumeRoleWithWebIdentityRequest;
import io.keypool.sts.ProviderId;
import io.keypool.sts.RoleRequest;
import io.keypool.sts.StsFault;
import java.util.Optional;

/** Reads AssumeRoleWithWebIdentity by the constraints of the service model. */
public final class AssumeRoleWithWebIdentityReader {

    private static final Shape TOKEN = Shape.secret(4, 20_000);
    private static final Shape PROVIDER_ID = Shape.of(4, 2048);

    private AssumeRoleWithWebIdentityReader() {}

    /** @throws io.keypool.aws.AwsFault ValidationError */
    public static AssumeRoleWithWebIdentityRequest read(QueryRequest query) {
        SessionMembers members = new SessionMembers(query);
        String token = members.required("WebIdentityToken", TOKEN);
        Optional<String> provider = members.optional("ProviderId", PROVIDER_ID);
        RoleRequest role = members.role("RoleSessionName");
        return new AssumeRoleWithWebIdentityRequest(
                role, new Secret(token), provider.map(AssumeRoleWithWebIdentityReader::providerId));
    }

    private static ProviderId providerId(String name) {
        return ProviderId.find(name)
                .orElseThrow(() -> StsFault.validation(new Constraints()
                        .violated(
                                "providerId",
                                "Member must satisfy enum value set: " + ProviderId.names()
                                        + "; an OpenID token names its provider itself")
                        .message()
                        .orElseThrow()));
    }
}
