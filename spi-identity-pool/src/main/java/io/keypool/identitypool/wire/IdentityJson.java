package io.keypool.identitypool.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keypool.identitypool.DeveloperIdentity;
import io.keypool.identitypool.IdentityDescription;
import io.keypool.identitypool.IdentityListing;
import io.keypool.identitypool.UnprocessedIdentity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Identities as AWS answers them. */
final class IdentityJson {

    private static final Map<UnprocessedIdentity.Reason, String> CODES = Map.of(
            UnprocessedIdentity.Reason.ACCESS_DENIED, "AccessDenied",
            UnprocessedIdentity.Reason.INTERNAL_SERVER_ERROR, "InternalServerError");

    private static final int MILLIS = 3;

    private IdentityJson() {}

    static JsonAnswer of(IdentityListing listing) {
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        members.put("IdentityPoolId", listing.pool().value());
        ArrayNode identities = members.putArray("Identities");
        listing.identities().forEach(identity -> identities.add(members(identity)));
        PageTokens tokens = PageTokens.ofIdentities(listing.pool());
        listing.next().ifPresent(last -> members.put("NextToken", tokens.next(last)));
        return JsonAnswer.of(members);
    }

    static JsonAnswer of(IdentityDescription identity) {
        return JsonAnswer.of(members(identity));
    }

    static JsonAnswer of(List<UnprocessedIdentity> unprocessed) {
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        ArrayNode identities = members.putArray("UnprocessedIdentityIds");
        unprocessed.forEach(identity -> identities
                .addObject()
                .put("IdentityId", identity.id().value())
                .put("ErrorCode", CODES.get(identity.reason())));
        return JsonAnswer.of(members);
    }

    static JsonAnswer of(DeveloperIdentity found) {
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        members.put("IdentityId", found.identity().value());
        ArrayNode users = members.putArray("DeveloperUserIdentifierList");
        found.users().items().forEach(user -> users.add(user.reveal()));
        PageTokens.ofUsers(found.identity()).next(found.users()).ifPresent(token -> members.put("NextToken", token));
        return JsonAnswer.of(members);
    }

    private static ObjectNode members(IdentityDescription identity) {
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        members.put("IdentityId", identity.id().value());
        ArrayNode logins = members.putArray("Logins");
        identity.logins().forEach(logins::add);
        members.put("CreationDate", seconds(identity.created()));
        members.put("LastModifiedDate", seconds(identity.modified()));
        return members;
    }

    /** Since the epoch, with the milliseconds as a fraction. */
    private static BigDecimal seconds(Instant time) {
        return BigDecimal.valueOf(time.toEpochMilli(), MILLIS);
    }
}
