package io.keypool.identitypool.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keypool.aws.Arn;
import io.keypool.identitypool.MappingRule;
import io.keypool.identitypool.PoolId;
import io.keypool.identitypool.PoolRoles;
import io.keypool.identitypool.PrincipalTagMap;
import io.keypool.identitypool.RoleMapping;
import io.keypool.identitypool.RoleMapping.ByRules;
import io.keypool.identitypool.RoleMapping.ByToken;
import io.keypool.identitypool.settings.ProviderTags;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Roles and principal tags of a pool as AWS writes them. */
public final class RoleJson {

    private RoleJson() {}

    /** Without what was never set. */
    static JsonAnswer of(PoolId pool, PoolRoles roles) {
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        members.put("IdentityPoolId", pool.value());
        Map<String, Arn> byType = new LinkedHashMap<>();
        roles.authenticated().ifPresent(role -> byType.put("authenticated", role));
        roles.unauthenticated().ifPresent(role -> byType.put("unauthenticated", role));
        if (!byType.isEmpty()) {
            ObjectNode assigned = members.putObject("Roles");
            byType.forEach((type, role) -> assigned.put(type, role.toString()));
        }
        if (!roles.mappings().isEmpty()) {
            members.set("RoleMappings", mappings(roles.mappings()));
        }
        return JsonAnswer.of(members);
    }

    static JsonAnswer of(ProviderTags tags) {
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        members.put("IdentityPoolId", tags.pool().value());
        members.put("IdentityProviderName", tags.provider());
        members.setAll(tagMap(tags.tags()));
        return JsonAnswer.of(members);
    }

    /** {@code RoleMappings}. */
    public static ObjectNode mappings(Map<String, RoleMapping> mappings) {
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        mappings.forEach((provider, mapping) -> members.set(provider, mapping(mapping)));
        return members;
    }

    /** Provider by provider what SetPrincipalTagAttributeMap takes of one. */
    public static ObjectNode principalTags(Map<String, PrincipalTagMap> maps) {
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        maps.forEach((provider, map) -> members.set(provider, tagMap(map)));
        return members;
    }

    private static ObjectNode mapping(RoleMapping mapping) {
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        members.put("Type", mapping instanceof ByRules ? ByRules.TYPE : ByToken.TYPE);
        members.put("AmbiguousRoleResolution", mapping.ambiguity().awsName());
        if (mapping instanceof ByRules byRules) {
            members.putObject("RulesConfiguration").set("Rules", rules(byRules.rules()));
        }
        return members;
    }

    private static ArrayNode rules(List<MappingRule> rules) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        rules.forEach(rule -> array.addObject()
                .put("Claim", rule.claim())
                .put("MatchType", rule.match().awsName())
                .put("Value", rule.value())
                .put("RoleARN", rule.role().toString()));
        return array;
    }

    private static ObjectNode tagMap(PrincipalTagMap map) {
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        members.put("UseDefaults", map.useDefaults());
        ObjectNode claims = members.putObject("PrincipalTags");
        map.claims().forEach(claims::put);
        return members;
    }
}
