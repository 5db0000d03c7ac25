package io.keypool.policy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** Condition blocks and the contexts that they are asked about. */
final class RandomConditions {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> WORDS = List.of("a", "b", "ab", "A", "a*", "*");
    private static final List<String> PATTERNS = List.of("a", "b", "AB", "a*", "?", "*b", "${*}", "a${*}");
    private static final List<String> DATES =
            List.of("2020-01-01T00:00:00Z", "2020-06-01T12:00:00Z", "2021-01-01T00:00:00Z");
    private static final List<String> ADDRESSES = List.of("203.0.113.7", "203.0.114.1", "198.51.100.9", "2001:db8::7");
    private static final List<String> ARNS =
            List.of("arn:aws:s3:::a", "arn:aws:s3:::ab", "arn:aws:sns:us-east-1:111122223333:a:b");
    private static final List<String> ARN_PATTERNS =
            List.of("arn:aws:s3:::a*", "arn:aws:*:*:*:a", "arn:aws:sns:us-*:1111*:a:?", "arn:aws:s3:*:*:*");
    private static final Map<String, List<String>> OPERATORS = Map.of(
            "k:string",
            List.of(
                    "StringEquals",
                    "StringNotEquals",
                    "StringEqualsIgnoreCase",
                    "StringNotEqualsIgnoreCase",
                    "StringLike",
                    "StringNotLike"),
            "k:number",
            List.of(
                    "NumericEquals",
                    "NumericNotEquals",
                    "NumericLessThan",
                    "NumericLessThanEquals",
                    "NumericGreaterThan",
                    "NumericGreaterThanEquals"),
            "k:date",
            List.of(
                    "DateEquals",
                    "DateNotEquals",
                    "DateLessThan",
                    "DateLessThanEquals",
                    "DateGreaterThan",
                    "DateGreaterThanEquals"),
            "k:bool",
            List.of("Bool"),
            "k:address",
            List.of("IpAddress", "NotIpAddress"),
            "k:arn",
            List.of("ArnEquals", "ArnNotEquals", "ArnLike", "ArnNotLike"));
    private static final List<String> SINGLE_KEYS =
            OPERATORS.keySet().stream().sorted().toList();
    private static final String SET = "k:set";

    private final Random random;
    private final Ground ground;

    RandomConditions(Random random, Ground ground) {
        this.random = random;
        this.ground = ground;
    }

    ObjectNode context() {
        ObjectNode context = JSON.objectNode();
        for (String key : SINGLE_KEYS) {
            if (random.nextInt(4) > 0) {
                context.put(key, value(key));
            }
        }
        if (random.nextInt(3) > 0) {
            context.set(
                    SET,
                    some(3, () -> random.nextInt(3) == 0 && ground == Ground.EMPTY_STRING_IN_SET ? "" : oneOf(WORDS)));
        }
        return context;
    }

    ObjectNode block(ObjectNode context, boolean literal) {
        ObjectNode block = JSON.objectNode();
        for (int i = random.nextInt(3); i > 0; i--) {
            condition(block, context, literal);
        }
        return block;
    }

    /** A variable that has a value in this context, as long as the ground does not say otherwise. */
    String variable(ObjectNode context) {
        if (ground == Ground.UNDEFINED_VARIABLE && random.nextBoolean()) {
            return "${k:nothing}";
        }
        if (random.nextInt(4) == 0) {
            return "${k:nothing, 'ab'}";
        }
        String key = ground == Ground.CASE_OF_VARIABLE ? "${K:String}" : "${k:string}";
        return context.has("k:string") ? key : "${?}";
    }

    private void condition(ObjectNode block, ObjectNode context, boolean literal) {
        if (random.nextInt(6) == 0) {
            block.withObject("/Null")
                    .put(oneOf(List.of("k:string", "k:date", SET)), String.valueOf(random.nextBoolean()));
            return;
        }
        boolean set = random.nextInt(4) == 0;
        String key = set ? SET : oneOf(SINGLE_KEYS);
        String operator = oneOf(OPERATORS.getOrDefault(set ? "k:string" : key, List.of()));
        boolean withSetOperator = set
                ? ground != Ground.MULTIVALUED_KEY_WITHOUT_SET_OPERATOR
                : ground == Ground.SINGLE_VALUED_KEY_WITH_SET_OPERATOR && random.nextBoolean();
        String name = withSetOperator ? setOperator(operator) : operator + (random.nextInt(3) == 0 ? "IfExists" : "");
        String typed = set ? "k:string" : key;
        ObjectNode keys = block.has(name) ? (ObjectNode) block.get(name) : block.putObject(name);
        keys.set(key, some(2, () -> operand(typed, operator, context, literal)));
    }

    private String setOperator(String operator) {
        if (ground == Ground.ANY_VALUE_IF_EXISTS && random.nextBoolean()) {
            return "ForAnyValue:" + operator + "IfExists";
        }
        boolean all = random.nextBoolean();
        return (all ? "ForAllValues:" : "ForAnyValue:") + operator + (all && random.nextInt(3) == 0 ? "IfExists" : "");
    }

    private String operand(String key, String operator, ObjectNode context, boolean literal) {
        return switch (key) {
            case "k:number" -> oneOf(List.of("1", "2", "2.5", "-1"));
            case "k:date" -> ground == Ground.EPOCH_DATE && random.nextBoolean() ? "1590000000" : oneOf(DATES);
            case "k:bool" -> oneOf(List.of("true", "false"));
            case "k:address" -> oneOf(List.of("203.0.113.0/24", "203.0.112.0/23", "2001:db8::/32", "198.51.100.9/32"));
            case "k:arn" -> oneOf(ARN_PATTERNS);
            default -> text(operator, context, literal);
        };
    }

    private String text(String operator, ObjectNode context, boolean literal) {
        if (!literal && random.nextInt(4) == 0) {
            return variable(context);
        }
        String pattern = oneOf(operator.endsWith("Like") ? PATTERNS : WORDS);
        return literal && pattern.contains("$") ? "a" : pattern;
    }

    private String value(String key) {
        if (ground == Ground.VALUE_OF_ANOTHER_TYPE && !key.equals("k:string") && random.nextBoolean()) {
            return "something";
        }
        return switch (key) {
            case "k:number" -> oneOf(List.of("1", "2", "2.50", "3", "-1.5"));
            case "k:date" -> ground == Ground.EPOCH_DATE && random.nextBoolean() ? "1600000000" : oneOf(DATES);
            case "k:bool" -> oneOf(List.of("true", "false"));
            case "k:address" ->
                ground == Ground.MAPPED_ADDRESS && random.nextBoolean() ? "::ffff:203.0.113.7" : oneOf(ADDRESSES);
            case "k:arn" -> oneOf(ARNS);
            default -> oneOf(WORDS);
        };
    }

    private ArrayNode some(int most, Supplier<String> element) {
        ArrayNode array = JSON.arrayNode();
        for (int i = random.nextInt(most); i >= 0; i--) {
            array.add(element.get());
        }
        return array;
    }

    private String oneOf(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
