package io.keypool.sts.keycloak.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.vault.DefaultVaultRawSecret;
import org.keycloak.vault.DefaultVaultTranscriber;
import org.keycloak.vault.VaultProvider;
import org.keycloak.vault.VaultRawSecret;
import org.keycloak.vault.VaultTranscriber;

/**
 * Source: Facebook, Access Tokens for Meta Technologies, "App Access Tokens" ({@code {app-id}|{app-secret}}); Keycloak,
 * Server Administration Guide, "Using a vault to obtain secrets" ({@code ${vault.key}}).
 */
final class FacebookAccessTokensTest {

    private final VaultTranscriber vault = new DefaultVaultTranscriber(new OneSecret());

    @Test
    void theAppAsksWithItsIdAndSecret() {
        assertThat(FacebookAccessTokens.appToken(model("a secret"), vault).reveal())
                .isEqualTo("1234|a secret");
    }

    @Test
    void theSecretMayStandInTheVault() {
        assertThat(FacebookAccessTokens.appToken(model("${vault.facebook}"), vault)
                        .reveal())
                .isEqualTo("1234|from the vault");
    }

    @Test
    void noSecretReachesAText() {
        assertThat(FacebookAccessTokens.appToken(model("a secret"), vault)).hasToString("***");
    }

    private static IdentityProviderModel model(String secret) {
        IdentityProviderModel model = new IdentityProviderModel();
        model.getConfig().put("clientId", "1234");
        model.getConfig().put("clientSecret", secret);
        return model;
    }

    private static final class OneSecret implements VaultProvider {

        @Override
        public VaultRawSecret obtainSecret(String key) {
            return DefaultVaultRawSecret.forBuffer(Optional.of("facebook")
                    .filter(key::equals)
                    .map(known -> ByteBuffer.wrap("from the vault".getBytes(UTF_8))));
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
