package io.keypool.iam.wire;

import io.keypool.aws.Arn;
import io.keypool.aws.Constraints;
import io.keypool.aws.Tags;
import io.keypool.aws.query.QueryFault;
import io.keypool.aws.query.QueryRequest;
import io.keypool.iam.IamFault;
import io.keypool.iam.PageRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The members of one call. What is read is noted when it breaks a constraint of the service model; {@link #check}
 * refuses the call with all that was noted.
 */
final class Members {

    /** No call has longer lists; the model has no limit for most. */
    private static final int LONGEST_LIST = 1000;

    private final QueryRequest query;
    private final Constraints constraints = new Constraints();

    Members(QueryRequest query) {
        this.query = query;
    }

    /** @throws io.keypool.aws.AwsFault ValidationError with every broken constraint */
    void check() {
        constraints.message().ifPresent(message -> {
            throw QueryFault.validation(message);
        });
    }

    /** An empty text in place of a missing one, which does not pass the check. */
    String required(String name, Shape shape) {
        String value = query.get(name);
        constraints.required(member(name), value);
        return checked(name, value == null ? Optional.empty() : Optional.of(value), shape)
                .orElse("");
    }

    Optional<String> optional(String name, Shape shape) {
        return checked(name, query.find(name), shape);
    }

    private Optional<String> checked(String name, Optional<String> value, Shape shape) {
        value.ifPresent(text -> {
            constraints.length(member(name), text, shape.min(), shape.max());
            if (shape.mayMatch(text)) {
                constraints.pattern(member(name), text, shape.pattern());
            }
        });
        return value;
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
        return text.map(Members::arn).orElse(null);
    }

    private static Arn arn(String text) {
        return Arn.parse(text).orElseThrow(() -> IamFault.invalidInput("ARN " + text + " is not valid."));
    }

    boolean flag(String name) {
        Optional<String> value = query.find(name);
        value.filter(text -> !text.equals("true") && !text.equals("false"))
                .ifPresent(other -> constraints.violated(member(name), "Member must be true or false"));
        return value.filter("true"::equals).isPresent();
    }

    String oneOf(String name, List<String> values, String otherwise) {
        Optional<String> value = query.find(name);
        value.filter(text -> !values.contains(text))
                .ifPresent(other -> constraints.violated(
                        member(name), "Member must satisfy enum value set: [" + String.join(", ", values) + "]"));
        return value.orElse(otherwise);
    }

    Optional<Duration> seconds(String name, Duration least, Duration most) {
        return number(name, least.toSeconds(), most.toSeconds()).map(Duration::ofSeconds);
    }

    private Optional<Integer> number(String name, long least, long most) {
        String text = query.get(name);
        if (text == null) {
            return Optional.empty();
        }
        try {
            int number = Integer.parseInt(text);
            constraints.range(member(name), (long) number, least, most);
            return Optional.of(number);
        } catch (NumberFormatException notANumber) {
            constraints.violated(member(name), "Member must be an integer");
            return Optional.empty();
        }
    }

    PageRequest page() {
        Optional<String> marker = optional("Marker", Shape.MARKER);
        int items = number("MaxItems", 1, PageRequest.MOST_ITEMS).orElse(PageRequest.DEFAULT_ITEMS);
        String after = marker.flatMap(Marker::decode).orElse("");
        if (marker.isPresent() && after.isEmpty()) {
            constraints.violated("marker", "Member must be the marker of an answer");
        }
        return new PageRequest(after, items);
    }

    /** The texts of a list, {@code name.member.1} and so on. */
    List<String> texts(String name, Shape shape) {
        List<String> texts = new ArrayList<>();
        for (int i = 1; i <= LONGEST_LIST; i++) {
            Optional<String> text = optional(name + ".member." + i, shape);
            if (text.isEmpty()) {
                break;
            }
            texts.add(text.get());
        }
        return texts;
    }

    List<String> requiredTexts(String name, Shape shape) {
        List<String> texts = texts(name, shape);
        constraints.required(member(name), texts.isEmpty() ? null : texts);
        return texts;
    }

    /** How many members a list of structures has. */
    int count(String name) {
        int count = 0;
        while (count < LONGEST_LIST && query.hasAny(name + ".member." + (count + 1))) {
            count++;
        }
        return count;
    }

    /** @throws io.keypool.aws.AwsFault InvalidInput for a key twice, after all that was noted */
    Tags tags() {
        int count = count("Tags");
        if (count > Tags.MAX_COUNT) {
            constraints.violated("tags", "Member must have length less than or equal to " + Tags.MAX_COUNT);
        }
        Map<String, String> tags = new LinkedHashMap<>();
        Map<String, String> seen = new LinkedHashMap<>();
        for (int i = 1; i <= count; i++) {
            String key = required("Tags.member." + i + ".Key", Shape.TAG_KEY);
            tags.put(key, required("Tags.member." + i + ".Value", Shape.TAG_VALUE));
            seen.put(key.toLowerCase(Locale.ROOT), key);
        }
        check();
        if (seen.size() < count) {
            throw IamFault.invalidInput("Duplicate tag keys found. Please note that Tag keys are case insensitive.");
        }
        return new Tags(tags);
    }

    void requireTags() {
        constraints.required("tags", count("Tags") == 0 ? null : "tags");
    }

    boolean has(String name) {
        return query.hasAny(name);
    }

    /** As AWS's front end names it: {@code tags.1.member.key}. */
    private static String member(String name) {
        String[] parts = name.replaceAll("\\.member\\.(\\d+)", ".$1.member").split("\\.", -1);
        StringBuilder path = new StringBuilder();
        for (String part : parts) {
            path.append(path.isEmpty() ? "" : ".")
                    .append(part.substring(0, 1).toLowerCase(Locale.ROOT))
                    .append(part.substring(1));
        }
        return path.toString();
    }
}
