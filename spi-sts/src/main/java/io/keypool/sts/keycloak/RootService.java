package io.keypool.sts.keycloak;

import io.keypool.aws.sigv4.SignedHttpRequest;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.keycloak.models.RealmModel;

/** Another Query service than STS that is called at the host root, where a call names its service by the version. */
public interface RootService {

    /** @param realms the realm that a signed call is for; refuses a call that leads to none */
    Response answer(ClientAddress address, Function<SignedHttpRequest, RealmModel> realms, byte[] body);
}
