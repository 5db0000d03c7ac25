package io.keypool.identitypool.keycloak;

import io.keypool.identitypool.LoginKey;
import io.keypool.identitypool.PoolId;
import io.keypool.identitypool.Subject;
import io.keypool.identitypool.Subjects;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.keycloak.component.ComponentModel;

/**
 * HMAC-SHA256 of pool, provider and subject. A pool goes by the part of its id that stays when the server's region is
 * set anew.
 */
final class HmacSubjects implements Subjects {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String NOTE = HmacSubjects.class.getName();

    private final SecretKeySpec key;

    private HmacSubjects(SecretKeySpec key) {
        this.key = key;
    }

    static HmacSubjects of(ComponentModel component) {
        HmacSubjects parsed = component.getNote(NOTE);
        if (parsed != null) {
            return parsed;
        }
        byte[] secret = Base64.getDecoder().decode(component.get(SubjectKeyProviderFactory.SECRET));
        HmacSubjects subjects = new HmacSubjects(new SecretKeySpec(secret, ALGORITHM));
        component.setNote(NOTE, subjects);
        return subjects;
    }

    @Override
    public LoginKey key(PoolId pool, Subject subject) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            // Neither pool ids nor provider names hold a NUL: no two different logins are the same bytes.
            mac.update((pool.uniquePart() + '\0' + subject.provider() + '\0').getBytes(StandardCharsets.UTF_8));
            byte[] hash = mac.doFinal(subject.id().reveal().getBytes(StandardCharsets.UTF_8));
            return new LoginKey(
                    subject.provider(), Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException(unusable);
        }
    }
}
