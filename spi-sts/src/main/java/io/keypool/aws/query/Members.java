package io.keypool.aws.query;

import io.keypool.aws.AwsFault;
import io.keypool.aws.Constraints;
import io.keypool.aws.Shape;
import io.keypool.aws.Tags;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The members of one call. What is read is noted when it breaks a constraint of the service model; {@link #check}
 * refuses the call with all that was noted.
 */
public class Members {

    /** No call has longer lists; the models have no limit for most. */
    public static final int LONGEST_LIST = 1000;

    private final QueryRequest query;
    private final Constraints constraints = new Constraints();

    public Members(QueryRequest query) {
        this.query = query;
    }

    /** @throws AwsFault ValidationError with every broken constraint */
    public void check() {
        constraints.message().ifPresent(message -> {
            throw QueryFault.validation(message);
        });
    }

    /** An empty text in place of a missing one, which does not pass the check. */
    public String required(String name, Shape shape) {
        String value = query.get(name);
        constraints.required(member(name), value);
        return checked(name, Optional.ofNullable(value), shape).orElse("");
    }

    public Optional<String> optional(String name, Shape shape) {
        return checked(name, query.find(name), shape);
    }

    private Optional<String> checked(String name, Optional<String> value, Shape shape) {
        value.ifPresent(text -> constraints.shape(member(name), text, shape));
        return value;
    }

    public boolean flag(String name) {
        Optional<String> value = query.find(name);
        value.filter(text -> !text.equals("true") && !text.equals("false"))
                .ifPresent(other -> violated(name, "Member must be true or false"));
        return value.filter("true"::equals).isPresent();
    }

    public String oneOf(String name, List<String> values, String otherwise) {
        Optional<String> value = query.find(name);
        value.filter(text -> !values.contains(text))
                .ifPresent(other ->
                        violated(name, "Member must satisfy enum value set: [" + String.join(", ", values) + "]"));
        return value.orElse(otherwise);
    }

    public Optional<Duration> seconds(String name, Duration least, Duration most) {
        return number(name, least.toSeconds(), most.toSeconds()).map(Duration::ofSeconds);
    }

    public Optional<Integer> number(String name, long least, long most) {
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

    /** The texts of a list, {@code name.member.1} and so on. */
    public List<String> texts(String name, int most, Shape shape) {
        return texts(name, "", most, shape);
    }

    /** One text of each structure of a list, {@code name.member.1.of} and so on. */
    public List<String> texts(String name, String of, int most, Shape shape) {
        int count = count(name, most);
        List<String> texts = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            texts.add(required(name + ".member." + i + (of.isEmpty() ? "" : "." + of), shape));
        }
        return texts;
    }

    public List<String> requiredTexts(String name, Shape shape) {
        List<String> texts = texts(name, LONGEST_LIST, shape);
        constraints.required(member(name), texts.isEmpty() ? null : texts);
        return texts;
    }

    /** How many members the list has; more than {@code most} are noted. */
    public int count(String name, int most) {
        int count = 0;
        while (count <= most && query.hasAny(name + ".member." + (count + 1))) {
            count++;
        }
        if (count > most) {
            violated(name, "Member must have length less than or equal to " + most);
        }
        return Math.min(count, most);
    }

    /** The list must have members. */
    public void requireAny(String name) {
        constraints.required(member(name), count(name, LONGEST_LIST) == 0 ? null : name);
    }

    /** @throws AwsFault the one for a key twice, after all that was noted */
    public Tags tags(Supplier<AwsFault> keyTwice) {
        List<String> keys = texts("Tags", "Key", Tags.MAX_COUNT, Shape.TAG_KEY);
        List<String> values = texts("Tags", "Value", Tags.MAX_COUNT, Shape.TAG_VALUE);
        check();
        Map<String, String> tags = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < keys.size(); i++) {
            if (!seen.add(keys.get(i).toLowerCase(Locale.ROOT))) {
                throw keyTwice.get();
            }
            tags.put(keys.get(i), values.get(i));
        }
        return new Tags(tags);
    }

    /** Notes that a member breaks a constraint of another kind. */
    public void violated(String name, String constraint) {
        constraints.violated(member(name), constraint);
    }

    public boolean has(String name) {
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
