package io.keypool.identitypool.keycloak;

import io.keypool.identitypool.CognitoFault;
import io.keypool.identitypool.PoolId;
import io.keypool.identitypool.keycloak.claims.PoolClientScope;
import io.keypool.identitypool.keycloak.statistics.NodeStatistics;
import io.keypool.identitypool.store.PoolRows.Pool;
import io.keypool.sts.SessionOrigin;
import io.keypool.sts.keycloak.OnCommit;
import io.keypool.sts.keycloak.StsProvider;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.keycloak.Config;
import org.keycloak.component.ComponentFactory;
import org.keycloak.component.ComponentModel;
import org.keycloak.component.ComponentValidationException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/** Makes identity pools of components, and lets no component through that is no valid pool. */
public final class IdentityPoolProviderFactory implements ComponentFactory<IdentityPoolProvider, IdentityPoolProvider> {

    static final String ID = "identity-pool";

    @Override
    public IdentityPoolProvider create(KeycloakSession session, ComponentModel model) {
        String region = IdentityPoolsProvider.of(session).options().region();
        return () -> PoolComponent.pool(model, region);
    }

    /** @throws ComponentValidationException with the reason; called on create, update and import */
    @Override
    public void validateConfiguration(KeycloakSession session, RealmModel realm, ComponentModel model) {
        PoolComponent.validate(model);
        if (model.getId() != null && DeletedPools.isLeft(session, new Pool(realm.getId(), model.getId()))) {
            throw new ComponentValidationException(
                    "The identities of a pool of this id, which was deleted, are still being removed");
        }
    }

    @Override
    public void onCreate(KeycloakSession session, RealmModel realm, ComponentModel model) {
        String region = IdentityPoolsProvider.of(session).options().region();
        PoolClientScope.offer(realm, PoolId.of(region, model.getId()));
    }

    /** However it is deleted: its sessions end with it, and its identities are removed afterwards. */
    @Override
    public void preRemove(KeycloakSession session, RealmModel realm, ComponentModel model) {
        NodeStatistics.table(session).deleteOfPool(realm.getId(), model.getId());
        IdentityPoolsProvider provider = IdentityPoolsProvider.of(session);
        PoolId id = PoolId.of(provider.options().region(), model.getId());
        StsProvider.of(session).revocations(realm).end(new SessionOrigin(SessionOrigin.Kind.IDENTITY_POOL, id.value()));
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        Executor executor = DeletedPools.executor(session);
        Pool pool = new Pool(realm.getId(), model.getId());
        session.getTransactionManager()
                .enlistAfterCompletion(
                        new OnCommit(() -> provider.deletedPools().remove(factory, executor, pool)));
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return properties();
    }

    /**
     * Whatever else a component holds is lost when Keycloak writes it.
     *
     * @throws io.keypool.aws.AwsFault InvalidParameterException for what is no property of a pool
     */
    static void requireProperties(Collection<String> names) {
        Set<String> known =
                properties().stream().map(ProviderConfigProperty::getName).collect(Collectors.toSet());
        names.stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw CognitoFault.invalidPool(name + " is no property of an identity pool");
                });
    }

    private static List<ProviderConfigProperty> properties() {
        List<ProviderConfigProperty> properties = new ArrayList<>(ownProperties());
        properties.addAll(PoolGuestRules.properties());
        return properties;
    }

    private static List<ProviderConfigProperty> ownProperties() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(PoolComponent.GUESTS)
                .label("Allow unauthenticated identities")
                .helpText("Whether guests, who prove nothing, are given identities")
                .type(ProviderConfigProperty.BOOLEAN_TYPE)
                .defaultValue("false")
                .add()
                .property()
                .name(PoolComponent.CLASSIC_FLOW)
                .label("Allow classic flow")
                .helpText("Whether OpenID tokens are issued for AssumeRoleWithWebIdentity; allowed when unset")
                .type(ProviderConfigProperty.BOOLEAN_TYPE)
                .add()
                .property()
                .name(PoolComponent.TAGS)
                .label("Tags")
                .helpText("JSON object of tag keys to values")
                .type(ProviderConfigProperty.STRING_TYPE)
                .add()
                .property()
                .name(PoolComponent.UNAUTHENTICATED_ROLE)
                .label("Role of guests")
                .helpText("ARN of the role that guests get in the enhanced flow")
                .type(ProviderConfigProperty.STRING_TYPE)
                .add()
                .property()
                .name(PoolComponent.AUTHENTICATED_ROLE)
                .label("Role of authenticated identities")
                .helpText("ARN of the role that those get in the enhanced flow who prove who they are")
                .type(ProviderConfigProperty.STRING_TYPE)
                .add()
                .property()
                .name(PoolMappings.ROLE_MAPPINGS)
                .label("Role mappings")
                .helpText("JSON object of provider to {Type, AmbiguousRoleResolution, RulesConfiguration}, as AWS's"
                        + " SetIdentityPoolRoles has them")
                .type(ProviderConfigProperty.STRING_TYPE)
                .add()
                .property()
                .name(PoolMappings.PRINCIPAL_TAGS)
                .label("Attributes for access control")
                .helpText("JSON object of provider to {UseDefaults, PrincipalTags}, as AWS's"
                        + " SetPrincipalTagAttributeMap has them")
                .type(ProviderConfigProperty.STRING_TYPE)
                .add()
                .property()
                .name(PoolProviders.REALM_USERS)
                .label("Users of the realm")
                .helpText(
                        "JSON list of {ProviderName, ClientId, ServerSideTokenCheck}: whose ID tokens of the realm are taken")
                .type(ProviderConfigProperty.STRING_TYPE)
                .add()
                .property()
                .name(PoolProviders.PUBLIC)
                .label("Public providers")
                .helpText("JSON object of provider name to app ids, separated by semicolons")
                .type(ProviderConfigProperty.STRING_TYPE)
                .add()
                .property()
                .name(PoolProviders.OPENID)
                .label("OpenID providers")
                .helpText("ARNs of OpenID providers, arn:aws:iam::{account}:oidc-provider/{issuer without its scheme}")
                .type(ProviderConfigProperty.MULTIVALUED_STRING_TYPE)
                .add()
                .property()
                .name(PoolProviders.OPENID_APPS)
                .label("Further app ids of OpenID providers")
                .helpText(
                        "JSON object of ARN to a list of app ids, beside the client id of the realm's identity provider")
                .type(ProviderConfigProperty.STRING_TYPE)
                .add()
                .property()
                .name(PoolProviders.SAML)
                .label("SAML providers")
                .helpText(
                        "ARNs of SAML providers, arn:aws:iam::{account}:saml-provider/{alias of the identity provider}")
                .type(ProviderConfigProperty.MULTIVALUED_STRING_TYPE)
                .add()
                .property()
                .name(PoolProviders.DEVELOPER)
                .label("Developer provider name")
                .helpText("The name under which a backend vouches for its own users")
                .type(ProviderConfigProperty.STRING_TYPE)
                .add()
                .property()
                .name(PoolComponent.GUEST_POLICY)
                .label("Policy of guests")
                .helpText("The most that guests may do in the enhanced flow, whatever their role may; AWS's list when"
                        + " left empty")
                .type(ProviderConfigProperty.SCRIPT_TYPE)
                .defaultValue(GuestPolicy.DEFAULT)
                .add()
                .property()
                .name(PoolComponent.SIGNATURE_ALGORITHM)
                .label("Signature algorithm")
                .helpText("How the pool's OpenID tokens are signed; ES256 is the faster one")
                .type(ProviderConfigProperty.LIST_TYPE)
                .options(SigningKeys.ALGORITHMS)
                .defaultValue(SigningKeys.DEFAULT_ALGORITHM)
                .add()
                .build();
    }

    @Override
    public String getHelpText() {
        return "An identity pool in the manner of Amazon Cognito";
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
