package io.keypool.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Policies and requests over so few names and values that they often meet. */
final class RandomIamCases {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String ACCOUNT = "111122223333";
    private static final String USER = "arn:aws:iam::" + ACCOUNT + ":user/ada";
    private static final String ROLE = "arn:aws:iam::" + ACCOUNT + ":role/r";
    private static final String SESSION = "arn:aws:sts::" + ACCOUNT + ":assumed-role/r/s";
    private static final String ROOT = "arn:aws:iam::" + ACCOUNT + ":root";
    private static final String TABLES = "arn:aws:dynamodb:us-east-1:" + ACCOUNT + ":";
    private static final List<String> ACTIONS = List.of(
            "*",
            "dynamodb:*",
            "DYNAMODB:putitem",
            "dynamodb:Put*",
            "dynamodb:?utItem",
            "dynamodb:GetItem",
            "s3:GetObject");
    private static final List<String> RESOURCES = List.of(
            "*",
            TABLES + "*",
            TABLES + "table/a",
            TABLES + "table/a*",
            TABLES + "table/?",
            TABLES + "?",
            "arn:aws:dynamodb:*:*:table/ab",
            "arn:aws:dynamodb:us-*:*:*b",
            "arn:aws:dynamodb:eu-west-1:" + ACCOUNT + ":*");

    private final Random random;
    private final Ground ground;
    private final RandomConditions conditions;
    /** The case has a session policy. */
    private boolean limited;

    RandomIamCases(long seed, Ground ground) {
        this.random = new Random(seed);
        this.ground = ground;
        this.conditions = new RandomConditions(random, ground);
    }

    ObjectNode next() {
        boolean layers = ground.isOfLayers();
        ObjectNode each = JSON.objectNode();
        each.put("principal", random.nextBoolean() ? USER : SESSION);
        each.put("action", random.nextInt(4) == 0 ? "dynamodb:GetItem" : "dynamodb:PutItem");
        each.put("resource", TABLES + oneOf(names()));
        ObjectNode context = layers ? layerContext() : conditions.context();
        each.set("context", context);
        each.set("identity", policies(1 + random.nextInt(2), context, false));
        if (random.nextInt(4) == 0) {
            each.set("boundary", policies(1, context, false));
        }
        if (layers) {
            layers(each, context);
        }
        return each;
    }

    private List<String> names() {
        return switch (ground) {
            case VARIABLE_WITHOUT_SLASH -> List.of("a", "ab", "b");
            case WILDCARD_IN_REQUEST -> List.of("table/a*", "table/?", "table/ab");
            default -> List.of("table/a", "table/ab", "table/b");
        };
    }

    private void layers(ObjectNode each, ObjectNode context) {
        limited = each.get("principal").asText().equals(SESSION) && random.nextInt(3) == 0;
        if (limited) {
            each.set("session", policy(context, false));
        }
        if (ground == Ground.NOT_PRINCIPAL || random.nextInt(3) > 0) {
            each.set("resourcePolicy", policy(context, true));
        }
    }

    /** Keys that the peer lets pass beside policies of resources and sessions. */
    private ObjectNode layerContext() {
        ObjectNode context = JSON.objectNode();
        context.put("aws:SecureTransport", String.valueOf(random.nextBoolean()));
        return context;
    }

    private ArrayNode policies(int count, ObjectNode context, boolean principal) {
        ArrayNode policies = JSON.arrayNode();
        for (int i = 0; i < count; i++) {
            policies.add(policy(context, principal));
        }
        return policies;
    }

    private ObjectNode policy(ObjectNode context, boolean principal) {
        boolean old = ground == Ground.OLD_VERSION_VARIABLE || (ground == Ground.COMMON && random.nextInt(10) == 0);
        ArrayNode statements = JSON.arrayNode();
        for (int i = random.nextInt(3); i >= 0; i--) {
            statements.add(statement(context, principal, old));
        }
        return JSON.objectNode()
                .<ObjectNode>set("Statement", statements)
                .put("Version", old ? "2008-10-17" : "2012-10-17");
    }

    private ObjectNode statement(ObjectNode context, boolean principal, boolean old) {
        ObjectNode statement = JSON.objectNode();
        statement.put("Effect", random.nextInt(3) == 0 ? "Deny" : "Allow");
        statement.set(random.nextInt(6) == 0 ? "NotAction" : "Action", some(2, () -> oneOf(ACTIONS)));
        statement.set(
                random.nextInt(6) == 0 ? "NotResource" : "Resource",
                some(2, () -> resource(context, old && ground != Ground.OLD_VERSION_VARIABLE)));
        if (principal) {
            boolean not = ground == Ground.NOT_PRINCIPAL && random.nextBoolean();
            statement.set(not ? "NotPrincipal" : "Principal", principal(not));
            if (not) {
                statement.put("Effect", "Deny");
            }
        }
        if (ground.isOfLayers()) {
            secure(statement);
            return statement;
        }
        ObjectNode block = conditions.block(context, old && ground != Ground.OLD_VERSION_VARIABLE);
        if (!block.isEmpty()) {
            statement.set("Condition", block);
        }
        return statement;
    }

    private void secure(ObjectNode statement) {
        if (random.nextInt(4) == 0) {
            statement.putObject("Condition").putObject("Bool").put("aws:SecureTransport", random.nextBoolean());
        }
    }

    private String resource(ObjectNode context, boolean literal) {
        if (literal || random.nextInt(4) > 0) {
            return oneOf(RESOURCES);
        }
        String start = ground == Ground.VARIABLE_WITHOUT_SLASH ? "" : "table/";
        return TABLES + start + conditions.variable(context) + (random.nextBoolean() ? "*" : "");
    }

    private JsonNode principal(boolean not) {
        boolean direct = !limited || ground == Ground.DIRECT_GRANT_TO_SESSION;
        if (direct && !not && random.nextInt(4) == 0) {
            return JSON.textNode("*");
        }
        String session = direct ? SESSION : SESSION + "2";
        List<String> names = List.of(USER, ROLE, session, ROOT, ACCOUNT, "arn:aws:iam::" + ACCOUNT + ":user/bob");
        return JSON.objectNode().set("AWS", some(3, () -> oneOf(names)));
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
