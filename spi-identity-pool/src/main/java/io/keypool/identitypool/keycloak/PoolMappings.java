package io.keypool.identitypool.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import io.keypool.aws.Arn;
import io.keypool.identitypool.MappingRule;
import io.keypool.identitypool.PoolRoles;
import io.keypool.identitypool.PrincipalTagMap;
import io.keypool.identitypool.RoleMapping;
import io.keypool.identitypool.RoleMapping.Ambiguity;
import io.keypool.identitypool.RoleMapping.ByRules;
import io.keypool.identitypool.RoleMapping.ByToken;
import io.keypool.identitypool.wire.RoleJson;
import io.keypool.sts.keycloak.component.ComponentSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.component.ComponentModel;

/** Role mappings and principal tags of a pool in its component: each the same JSON as at AWS, rules in their order. */
final class PoolMappings {

    static final String ROLE_MAPPINGS = "roleMappings";
    static final String PRINCIPAL_TAGS = "principalTagAttributeMaps";

    private PoolMappings() {}

    /** @throws IllegalArgumentException when the configuration is none, with what is wrong with it */
    static void check(ComponentModel component) {
        new PoolRoles(Optional.empty(), Optional.empty(), roleMappings(component));
        principalTags(component);
    }

    static void write(ComponentModel component, PoolRoles roles) {
        new ComponentSettings(component)
                .put(PoolComponent.UNAUTHENTICATED_ROLE, roles.unauthenticated().orElse(null))
                .put(PoolComponent.AUTHENTICATED_ROLE, roles.authenticated().orElse(null))
                .put(ROLE_MAPPINGS, roles.mappings().isEmpty() ? "" : RoleJson.mappings(roles.mappings()));
    }

    static Map<String, RoleMapping> roleMappings(ComponentModel component) {
        Map<String, RoleMapping> mappings = new LinkedHashMap<>();
        ComponentJson.read(component, ROLE_MAPPINGS)
                .properties()
                .forEach(entry -> mappings.put(entry.getKey(), mapping(entry.getValue())));
        return mappings;
    }

    static Map<String, PrincipalTagMap> principalTags(ComponentModel component) {
        Map<String, PrincipalTagMap> maps = new LinkedHashMap<>();
        ComponentJson.read(component, PRINCIPAL_TAGS)
                .properties()
                .forEach(entry -> maps.put(entry.getKey(), tagMap(entry.getValue())));
        return maps;
    }

    private static RoleMapping mapping(JsonNode json) {
        Ambiguity ambiguity = Ambiguity.of(json.path("AmbiguousRoleResolution").asText())
                .orElseThrow(() -> invalid(ROLE_MAPPINGS, "AmbiguousRoleResolution is AuthenticatedRole or Deny"));
        return switch (json.path("Type").asText()) {
            case ByToken.TYPE -> new ByToken(ambiguity);
            case ByRules.TYPE ->
                new ByRules(rules(json.path("RulesConfiguration").path("Rules")), ambiguity);
            default -> throw invalid(ROLE_MAPPINGS, "Type is Token or Rules");
        };
    }

    private static List<MappingRule> rules(JsonNode json) {
        List<MappingRule> rules = new ArrayList<>();
        json.forEach(rule -> rules.add(new MappingRule(
                rule.path("Claim").asText(),
                MappingRule.Match.of(rule.path("MatchType").asText())
                        .orElseThrow(
                                () -> invalid(ROLE_MAPPINGS, "MatchType is Equals, Contains, StartsWith or NotEqual")),
                rule.path("Value").asText(),
                role(rule.path("RoleARN").asText()))));
        return rules;
    }

    private static Arn role(String arn) {
        return PoolRoles.role(arn).orElseThrow(() -> invalid(ROLE_MAPPINGS, "RoleARN is a role ARN"));
    }

    private static PrincipalTagMap tagMap(JsonNode json) {
        return new PrincipalTagMap(
                json.path("UseDefaults").asBoolean(), PoolMapping.strings(json.path("PrincipalTags")));
    }

    private static IllegalArgumentException invalid(String key, String rule) {
        return new IllegalArgumentException(key + ": " + rule);
    }
}
