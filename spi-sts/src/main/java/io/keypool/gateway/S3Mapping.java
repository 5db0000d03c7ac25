package io.keypool.gateway;

import io.keypool.aws.sigv4.SignedPath;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Objects in buckets, addressed in path style. What is mapped is listed here; sub-resources, copies, uploads in parts,
 * versions, access control lists and whatever else asks for more than the one action are not.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html">Amazon S3,
 *     Required permissions for API operations</a>
 */
public final class S3Mapping extends Mapping {

    public static final String SERVICE = "s3";

    private static final String BUCKETS = "arn:aws:s3:::";
    private static final Pattern BUCKET = Pattern.compile("(?!.*\\.\\.)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");

    /** Of every request: the signature, and the operation's name, which SDKs add. */
    private static final Set<String> COMMON = Set.of(
            "X-Amz-Algorithm",
            "X-Amz-Credential",
            "X-Amz-Date",
            "X-Amz-Expires",
            "X-Amz-SignedHeaders",
            "X-Amz-Signature",
            "X-Amz-Security-Token",
            "X-Amz-Content-Sha256",
            "x-id");

    private static final Set<String> OF_BUCKETS =
            Set.of("bucket-region", "continuation-token", "max-buckets", "prefix");
    private static final Set<String> OF_LISTS = Set.of(
            "continuation-token",
            "delimiter",
            "encoding-type",
            "fetch-owner",
            "list-type",
            "marker",
            "max-keys",
            "prefix",
            "start-after");
    private static final Set<String> OF_READS = Set.of(
            "partNumber",
            "response-cache-control",
            "response-content-disposition",
            "response-content-encoding",
            "response-content-language",
            "response-content-type",
            "response-expires");

    /** Policies ask about these; they are keys where the request has them. */
    private static final Set<String> LIST_KEYS = Set.of("delimiter", "max-keys", "prefix");

    /** Headers that change nothing of what is done. A presigned request may have them in its query. */
    private static final Set<String> HEADERS = Set.of(
            "x-amz-content-sha256",
            "x-amz-date",
            "x-amz-decoded-content-length",
            "x-amz-expected-bucket-owner",
            "x-amz-sdk-checksum-algorithm",
            "x-amz-security-token",
            "x-amz-te",
            "x-amz-trailer",
            "x-amz-user-agent");

    private static final Set<String> HEADER_PREFIXES = Set.of("x-amz-checksum-", "x-amz-meta-");

    @Override
    SignedPath signedPath() {
        return SignedPath.AS_SENT;
    }

    @Override
    public Manner manner() {
        return Manner.S3;
    }

    /** S3's clients leave the body unsigned where there is none, and presign so. */
    @Override
    boolean readsBody(String method) {
        return method.equals("PUT") || method.equals("POST");
    }

    @Override
    Mapped map(OriginalRequest request) {
        Optional<String> unknown = request.headers().keySet().stream()
                .filter(name -> name.startsWith("x-amz-") && !isKnown(name))
                .findFirst();
        if (unknown.isPresent()) {
            return new Mapped.Unmapped("the header " + unknown.get() + " is not known");
        }
        Optional<PlainQuery> query = PlainQuery.read(request.target().rawQuery());
        if (query.isEmpty()) {
            return new Mapped.Unmapped("the query can be read in several ways");
        }
        if (request.target().rawPath().indexOf('+') >= 0) {
            return new Mapped.Unmapped("the path has a plus that is not encoded");
        }
        PlainPath.Read read = PlainPath.read(request.target().rawPath());
        if (read instanceof PlainPath.Read.Ambiguous ambiguous) {
            return new Mapped.Unmapped(ambiguous.reason());
        }
        return map(request, ((PlainPath.Read.Plain) read).path(), query.get());
    }

    private static Mapped map(OriginalRequest request, PlainPath path, PlainQuery query) {
        if (path.text().equals("/")) {
            return request.method().equals("GET") ? asked("ListAllMyBuckets", "*", query, OF_BUCKETS) : unknownMethod();
        }
        // Undecoded: a name of a bucket needs no escapes, so one that has any is none.
        String bucket = request.target().rawPath().substring(1).split("/", 2)[0];
        if (!BUCKET.matcher(bucket).matches()) {
            return new Mapped.Unmapped("the path begins with no name of a bucket");
        }
        String key =
                path.text().length() <= bucket.length() + 2 ? "" : path.text().substring(bucket.length() + 2);
        if (key.isEmpty()) {
            return ofBucket(request.method(), bucket, query);
        }
        return ofObject(request.method(), bucket + "/" + key, query);
    }

    private static Mapped ofBucket(String method, String bucket, PlainQuery query) {
        return switch (method) {
            case "GET" -> asked("ListBucket", bucket, query, OF_LISTS);
            case "HEAD" -> asked("ListBucket", bucket, query, Set.of());
            default -> unknownMethod();
        };
    }

    private static Mapped ofObject(String method, String object, PlainQuery query) {
        return switch (method) {
            case "GET", "HEAD" -> asked("GetObject", object, query, OF_READS);
            case "PUT" -> asked("PutObject", object, query, Set.of());
            case "DELETE" -> asked("DeleteObject", object, query, Set.of());
            default -> unknownMethod();
        };
    }

    private static Mapped asked(String action, String resource, PlainQuery query, Set<String> known) {
        Map<String, String> keys = new LinkedHashMap<>();
        for (Map.Entry<String, String> parameter : query.parameters().entrySet()) {
            String name = parameter.getKey();
            if (!known.contains(name) && !COMMON.contains(name) && !isKnown(name)) {
                return new Mapped.Unmapped("the parameter " + name + " is not known");
            }
            if (action.equals("ListBucket") && LIST_KEYS.contains(name)) {
                keys.put("s3:" + name, parameter.getValue());
            }
        }
        return new Mapped.Asked("s3:" + action, BUCKETS + resource, keys);
    }

    private static Mapped unknownMethod() {
        return new Mapped.Unmapped("the method is not known here");
    }

    private static boolean isKnown(String name) {
        return HEADERS.contains(name) || HEADER_PREFIXES.stream().anyMatch(name::startsWith);
    }
}
