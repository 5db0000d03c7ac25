package io.keypool.identitypool.keycloak.admin;

import io.keypool.identitypool.HeldRecord;
import java.util.List;

/**
 * What is held on a person under one id.
 *
 * @param merges that the identity took part in, the latest first
 */
public record HeldRepresentation(IdentityRepresentation identity, List<MergeRepresentation> merges) {

    public static HeldRepresentation of(HeldRecord held) {
        return new HeldRepresentation(
                IdentityRepresentation.whole(held.identity()),
                held.merges().stream().map(MergeRepresentation::of).toList());
    }
}
