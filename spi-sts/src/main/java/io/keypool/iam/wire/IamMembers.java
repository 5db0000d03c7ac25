package io.keypool.iam.wire;

import io.keypool.aws.Arn;
import io.keypool.aws.PageMarker;
import io.keypool.aws.PageRequest;
import io.keypool.aws.Shape;
import io.keypool.aws.Tags;
import io.keypool.aws.query.Members;
import io.keypool.aws.query.QueryRequest;
import io.keypool.iam.IamFault;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The members of one call of IAM. */
final class IamMembers extends Members {

    private static final int DEFAULT_ITEMS = 100;
    private static final int MOST_ITEMS = 1000;

    IamMembers(QueryRequest query) {
        super(query);
    }

    /** @throws io.keypool.aws.AwsFault InvalidInput for what is no ARN, after all that was noted */
    Arn requiredArn(String name) {
        String text = required(name, Shape.ARN);
        check();
        return arn(text);
    }

    /** @throws io.keypool.aws.AwsFault InvalidInput for what is no ARN, after all that was noted */
    @Nullable
    Arn optionalArn(String name) {
        Optional<String> text = optional(name, Shape.ARN);
        check();
        return text.map(IamMembers::arn).orElse(null);
    }

    private static Arn arn(String text) {
        return Arn.parse(text).orElseThrow(() -> IamFault.invalidInput("ARN " + text + " is not valid."));
    }

    PageRequest page() {
        Optional<String> marker = optional("Marker", Shapes.MARKER);
        int items = number("MaxItems", 1, MOST_ITEMS).orElse(DEFAULT_ITEMS);
        String after = marker.flatMap(PageMarker::decode).orElse("");
        if (marker.isPresent() && after.isEmpty()) {
            violated("Marker", "Member must be the marker of an answer");
        }
        return new PageRequest(after, items);
    }

    /** @throws io.keypool.aws.AwsFault InvalidInput for a key twice, after all that was noted */
    Tags tags() {
        return tags(() ->
                IamFault.invalidInput("Duplicate tag keys found. Please note that Tag keys are case insensitive."));
    }
}
