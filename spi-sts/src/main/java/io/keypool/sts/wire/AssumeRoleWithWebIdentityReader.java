package io.keypool.sts.wire;

import io.keypool.aws.Secret;
import io.keypool.aws.query.QueryRequest;
import io.keypool.aws.query.Shape;
import io.keypool.sts.AssumeRoleWithWebIdentityRequest;
import io.keypool.sts.RoleRequest;

/** Reads AssumeRoleWithWebIdentity by the constraints of the service model. */
public final class AssumeRoleWithWebIdentityReader {

    private static final Shape TOKEN = Shape.secret(4, 20_000);

    private AssumeRoleWithWebIdentityReader() {}

    /** @throws io.keypool.aws.AwsFault ValidationError */
    public static AssumeRoleWithWebIdentityRequest read(QueryRequest query) {
        SessionMembers members = new SessionMembers(query);
        String token = members.required("WebIdentityToken", TOKEN);
        RoleRequest role = members.role("RoleSessionName");
        members.refuse("ProviderId");
        return new AssumeRoleWithWebIdentityRequest(role, new Secret(token));
    }
}
