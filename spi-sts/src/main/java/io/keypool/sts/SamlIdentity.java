package io.keypool.sts;

import io.keypool.aws.Arn;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/**
 * An identity that a SAML assertion proved.
 *
 * @param provider the ARN of the provider
 * @param issuer the provider's own name
 * @param subject the assertion's NameID
 * @param subjectFormat the format of the NameID as it stands there
 * @param recipient where the assertion is addressed to
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithSAML.html">AWS</a>
 */
public record SamlIdentity(
        Arn provider, String issuer, String subject, String subjectFormat, String recipient, SamlSession session) {

    private static final String FORMAT_PREFIX = "urn:oasis:names:tc:SAML:2.0:nameid-format:";

    /** {@code persistent} or {@code transient}; of a format of another version the whole name. */
    public String subjectType() {
        return subjectFormat.startsWith(FORMAT_PREFIX)
                ? subjectFormat.substring(FORMAT_PREFIX.length())
                : subjectFormat;
    }

    /** Tells people of one name apart whom different providers, or providers of different accounts, know. */
    public String nameQualifier() {
        byte[] text = (issuer + provider.account() + "/" + providerName()).getBytes(StandardCharsets.UTF_8);
        try {
            // AWS's formula; nothing rests on it.
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-1").digest(text));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * @see <a
     *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-saml">IAM
     *     User Guide, Available keys for SAML-based AWS STS federation</a>
     */
    Federation federation() {
        return new Federation(
                provider.toString(),
                Set.of(provider.toString()),
                List.of(
                        ContextKey.single("saml:aud", recipient),
                        ContextKey.single("saml:doc", provider.account() + "/" + providerName()),
                        ContextKey.single("saml:iss", issuer),
                        ContextKey.single("saml:namequalifier", nameQualifier()),
                        ContextKey.single("saml:sub", subject),
                        ContextKey.single("saml:sub_type", subjectType())));
    }

    private String providerName() {
        return provider.resource().substring(Arn.SAML_PROVIDER.length());
    }
}
