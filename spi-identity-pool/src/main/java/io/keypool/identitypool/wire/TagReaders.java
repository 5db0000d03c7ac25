package io.keypool.identitypool.wire;

import io.keypool.aws.Arn;
import io.keypool.aws.Shape;
import io.keypool.aws.Tags;
import io.keypool.identitypool.CognitoFault;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the members of the operations on tags by the constraints of the service model. */
final class TagReaders {

    /** Tags that AWS itself sets; nobody else may. */
    private static final String RESERVED = "aws:";

    private static final Shape KEY = Shape.of(1, Tags.MAX_KEY_LENGTH);
    private static final Shape VALUE = Shape.of(0, Tags.MAX_VALUE_LENGTH);

    private TagReaders() {}

    record Tagged(Arn resource, Tags tags) {}

    record Untagged(Arn resource, List<String> keys) {}

    static Tagged tag(JsonMembers members) {
        String resource = members.requiredText("ResourceArn", Shape.ARN);
        Map<String, String> tags = members.required("Tags", tags("Tags", members), Map.of());
        members.check();
        return new Tagged(arn(resource), allowed(tags));
    }

    static Untagged untag(JsonMembers members) {
        String resource = members.requiredText("ResourceArn", Shape.ARN);
        List<String> keys = members.requiredTexts("TagKeys", KEY);
        members.check();
        refuseReserved(keys);
        return new Untagged(arn(resource), keys);
    }

    static Arn resource(JsonMembers members) {
        String resource = members.requiredText("ResourceArn", Shape.ARN);
        members.check();
        return arn(resource);
    }

    static Optional<Map<String, String>> tags(String name, JsonMembers members) {
        return members.textMap(name, KEY, VALUE);
    }

    /** @throws io.keypool.aws.AwsFault InvalidParameterException for what are no tags that somebody may set */
    static Tags allowed(Map<String, String> tags) {
        refuseReserved(tags.keySet());
        try {
            return new Tags(tags);
        } catch (IllegalArgumentException invalid) {
            throw CognitoFault.invalidTags(String.valueOf(invalid.getMessage()));
        }
    }

    /** As {@link #allowed}, without those that AWS itself has set. */
    static Tags ofPeople(Map<String, String> tags) {
        Map<String, String> own = new LinkedHashMap<>(tags);
        own.keySet().removeIf(TagReaders::isReserved);
        return allowed(own);
    }

    private static boolean isReserved(String key) {
        return key.toLowerCase(Locale.ROOT).startsWith(RESERVED);
    }

    private static void refuseReserved(Collection<String> keys) {
        if (keys.stream().anyMatch(TagReaders::isReserved)) {
            throw CognitoFault.invalidTags("keys that begin with " + RESERVED + " are reserved");
        }
    }

    private static Arn arn(String resource) {
        return Arn.parse(resource).orElseThrow(CognitoFault::noPoolArn);
    }
}
