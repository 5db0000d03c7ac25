package io.keypool.identitypool.wire;

import io.keypool.aws.Arn;
import io.keypool.aws.Constraints;
import io.keypool.aws.Tags;
import io.keypool.identitypool.CognitoFault;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the members of the operations on tags by the constraints of the service model. */
final class TagReaders {

    /** Tags that AWS itself sets; nobody else may. */
    private static final String RESERVED = "aws:";

    private static final Texts ARN = Texts.of(20, 2048);
    private static final Texts KEY = Texts.of(1, 128);
    private static final Texts VALUE = Texts.of(0, 256);

    private TagReaders() {}

    record Tagged(Arn resource, Tags tags) {}

    record Untagged(Arn resource, List<String> keys) {}

    static Tagged tag(JsonRequest request) {
        String resource = request.string("ResourceArn");
        Map<String, String> tags = request.stringMap("Tags");
        Constraints constraints = new Constraints();
        check(constraints, resource);
        constraints.required("tags", tags);
        check(constraints, "tags", tags);
        Readers.enforce(constraints);
        return new Tagged(arn(resource), tags(Readers.present(tags)));
    }

    static Untagged untag(JsonRequest request) {
        String resource = request.string("ResourceArn");
        List<String> keys = request.stringList("TagKeys");
        Constraints constraints = new Constraints();
        check(constraints, resource);
        constraints.required("tagKeys", keys);
        KEY.checkEach(constraints, "tagKeys", keys);
        Readers.enforce(constraints);
        refuseReserved(Readers.present(keys));
        return new Untagged(arn(resource), Readers.present(keys));
    }

    static Arn resource(JsonRequest request) {
        String resource = request.string("ResourceArn");
        Constraints constraints = new Constraints();
        check(constraints, resource);
        Readers.enforce(constraints);
        return arn(resource);
    }

    /** The tags that a call brings along. */
    static void check(Constraints constraints, String member, @Nullable Map<String, String> tags) {
        KEY.checkKeys(constraints, member, tags);
        VALUE.checkValues(constraints, member, tags);
    }

    /** @throws io.keypool.aws.AwsFault InvalidParameterException for what are no tags that somebody may set */
    static Tags tags(Map<String, String> tags) {
        refuseReserved(tags.keySet());
        try {
            return new Tags(tags);
        } catch (IllegalArgumentException invalid) {
            throw CognitoFault.invalidTags(String.valueOf(invalid.getMessage()));
        }
    }

    private static void refuseReserved(Collection<String> keys) {
        if (keys.stream().anyMatch(key -> key.toLowerCase(Locale.ROOT).startsWith(RESERVED))) {
            throw CognitoFault.invalidTags("keys that begin with " + RESERVED + " are reserved");
        }
    }

    private static void check(Constraints constraints, @Nullable String resource) {
        constraints.required("resourceArn", resource);
        ARN.check(constraints, "resourceArn", resource);
    }

    private static Arn arn(@Nullable String resource) {
        return Arn.parse(Readers.present(resource)).orElseThrow(CognitoFault::noPoolArn);
    }
}
