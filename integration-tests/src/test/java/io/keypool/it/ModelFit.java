package io.keypool.it;

import com.fasterxml.jackson.databind.JsonNode;
import io.keypool.it.ServiceModel.Member;
import io.keypool.it.ServiceModel.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Where JSON is not of a shape: other members, other types, constraints that do not hold. */
final class ModelFit {

    private final List<String> misfits = new ArrayList<>();

    private ModelFit() {}

    static List<String> misfits(Shape shape, JsonNode json) {
        ModelFit fit = new ModelFit();
        fit.check(shape, json, shape.name());
        return fit.misfits;
    }

    private void check(Shape shape, JsonNode json, String path) {
        boolean typed = switch (shape.type()) {
            case "structure", "map" -> json.isObject();
            case "list" -> json.isArray();
            case "string" -> json.isTextual();
            case "boolean" -> json.isBoolean();
            case "integer", "long" -> json.isIntegralNumber();
            // JSON 1.1 has times as numbers: reference/aws-contract.md §2.2
            case "timestamp" -> json.isNumber();
            default -> false;
        };
        note(typed, path, "is no " + shape.type());
        if (typed) {
            checkInside(shape, json, path);
        }
    }

    private void checkInside(Shape shape, JsonNode json, String path) {
        switch (shape.type()) {
            case "structure" -> checkMembers(shape, json, path);
            case "map" -> {
                checkSize(shape, json.size(), path);
                json.properties().forEach(entry -> {
                    checkText(shape.key(), entry.getKey(), path + " key");
                    check(shape.value(), entry.getValue(), path + "." + entry.getKey());
                });
            }
            case "list" -> {
                checkSize(shape, json.size(), path);
                json.forEach(element -> check(shape.element(), element, path + "[]"));
            }
            case "string" -> checkText(shape, json.textValue(), path);
            case "integer", "long" -> checkSize(shape, json.longValue(), path);
            default -> {
                // a type and nothing else
            }
        }
    }

    private void checkMembers(Shape shape, JsonNode json, String path) {
        Map<String, Member> members =
                shape.members().stream().collect(Collectors.toMap(Member::name, Function.identity()));
        json.properties().forEach(entry -> {
            Member member = members.get(entry.getKey());
            note(member != null, path + "." + entry.getKey(), "is not in the model");
            if (member != null) {
                check(member.shape(), entry.getValue(), path + "." + entry.getKey());
            }
        });
        members.values().stream()
                .filter(Member::required)
                .forEach(member -> note(json.has(member.name()), path + "." + member.name(), "is missing"));
    }

    private void checkText(Shape shape, String text, String path) {
        checkSize(shape, text.codePointCount(0, text.length()), path);
        boolean different = ModelConstraintIT.DIFFERENCES.containsKey(shape.name() + ".pattern");
        note(different || ModelInput.matches(shape, text), path, "does not match " + shape.pattern());
        note(shape.values().isEmpty() || shape.values().contains(text), path, "is none of " + shape.values());
    }

    private void checkSize(Shape shape, long size, String path) {
        note(size >= shape.min().orElse(Long.MIN_VALUE), path, "is less than " + shape.min());
        note(size <= shape.max().orElse(Long.MAX_VALUE), path, "is more than " + shape.max());
    }

    private void note(boolean fits, String path, String misfit) {
        if (!fits) {
            misfits.add(path + " " + misfit);
        }
    }
}
