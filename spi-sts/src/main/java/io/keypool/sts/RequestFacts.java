package io.keypool.sts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What every request tells of itself, as global condition keys.
 *
 * @param sourceIp the address of the client, as far as proxies that are trusted tell it
 * @param secure whether the client came by TLS
 * @param userAgent as the client says
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">IAM User
 *     Guide, AWS global condition context keys</a>
 */
public record RequestFacts(String sourceIp, boolean secure, Optional<String> userAgent) {

    /** All keys of requests and callers that a role's trust policy may ask for. */
    public static final Set<String> TRUST_POLICY_KEYS = Set.of(
            "aws:CurrentTime",
            "aws:EpochTime",
            "aws:SecureTransport",
            "aws:SourceIp",
            "aws:UserAgent",
            "aws:RequestedRegion",
            "aws:RequestTag/",
            "aws:ResourceTag/",
            "aws:TagKeys",
            "aws:FederatedProvider",
            "aws:MultiFactorAuthPresent",
            "aws:PrincipalAccount",
            "aws:PrincipalArn",
            "aws:PrincipalTag/",
            "aws:PrincipalType",
            "aws:SourceIdentity",
            "aws:TokenIssueTime",
            "aws:userid",
            "aws:username",
            "sts:ExternalId",
            "sts:RoleSessionName",
            "sts:SourceIdentity",
            "sts:TransitiveTagKeys",
            "graph.facebook.com:app_id",
            "graph.facebook.com:id",
            "www.amazon.com:app_id",
            "www.amazon.com:user_id",
            "saml:aud",
            "saml:doc",
            "saml:iss",
            "saml:namequalifier",
            "saml:sub",
            "saml:sub_type");

    List<ContextKey> keys(Instant now) {
        List<ContextKey> keys = new ArrayList<>();
        keys.add(ContextKey.single("aws:CurrentTime", now.toString()));
        keys.add(ContextKey.single("aws:EpochTime", Long.toString(now.getEpochSecond())));
        keys.add(ContextKey.single("aws:SecureTransport", Boolean.toString(secure)));
        keys.add(ContextKey.single("aws:SourceIp", sourceIp));
        userAgent.ifPresent(agent -> keys.add(ContextKey.single("aws:UserAgent", agent)));
        return keys;
    }
}
