package io.keypool.sts.wire;

import io.keypool.aws.Shape;
import io.keypool.aws.query.QueryRequest;
import io.keypool.sts.AssumeRoleRequest;
import io.keypool.sts.RoleRequest;
import java.util.Optional;

/** Reads AssumeRole by the constraints of the service model. */
public final class AssumeRoleReader {

    private static final Shape EXTERNAL_ID = Shape.of(2, 1224, "[\\w+=,.@:\\/-]*");

    private AssumeRoleReader() {}

    /** @throws io.keypool.aws.AwsFault ValidationError or InvalidParameterValue */
    public static AssumeRoleRequest read(QueryRequest query) {
        SessionMembers members = new SessionMembers(query);
        Optional<String> externalId = members.optional("ExternalId", EXTERNAL_ID);
        Optional<String> sourceIdentity = members.optional("SourceIdentity", SessionMembers.NAME);
        RoleRequest role = members.role("RoleSessionName");
        members.refuse("SerialNumber", "TokenCode", "ProvidedContexts");
        return new AssumeRoleRequest(role, members.tags(), sourceIdentity, externalId);
    }
}
