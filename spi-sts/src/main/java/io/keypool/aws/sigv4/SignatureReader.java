package io.keypool.aws.sigv4;

import java.util.List;
import java.util.Optional;

/** Finds the one place of a request that holds the signature. */
final class SignatureReader {

    /** Longer paths and queries are refused unread; an unsigned call with a web identity token needs a few thousand. */
    private static final int MAX_TARGET_LENGTH = 65_536;

    /** Two values would leave open which of them was meant. */
    private static final List<String> SINGLE_HEADERS = List.of(
            AuthorizationHeader.NAME,
            AuthorizationHeader.AMZ_DATE,
            AuthorizationHeader.DATE,
            AuthorizationHeader.SECURITY_TOKEN);

    private SignatureReader() {}

    static Presented read(SignedHttpRequest request) {
        if (request.rawPath().length() + request.rawQuery().length() > MAX_TARGET_LENGTH) {
            return IncompleteSignature.targetTooLong();
        }
        for (String name : SINGLE_HEADERS) {
            if (request.header(name).size() > 1) {
                return IncompleteSignature.repeatedHeader(name);
            }
        }
        Optional<QueryParameters> query = QueryParameters.parse(request.rawQuery());
        if (query.isEmpty()) {
            return IncompleteSignature.escape();
        }
        return readOne(request, query.get());
    }

    private static Presented readOne(SignedHttpRequest request, QueryParameters query) {
        List<String> authorization = request.header(AuthorizationHeader.NAME);
        if (!PresignedQuery.isIn(query)) {
            return authorization.isEmpty()
                    ? new Presented.Unsigned()
                    : AuthorizationHeader.read(authorization.get(0), request);
        }
        if (!authorization.isEmpty()) {
            return IncompleteSignature.foundBoth();
        }
        return PresignedQuery.read(query);
    }
}
