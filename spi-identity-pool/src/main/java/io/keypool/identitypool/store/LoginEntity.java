package io.keypool.identitypool.store;

import io.keypool.aws.Secret;
import io.keypool.identitypool.NewLogin;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code KEYPOOL_LOGIN}. The hash is one of pool, provider and subject, and so the key of the row. */
@Entity
@Table(name = "KEYPOOL_LOGIN")
@NamedQuery(
        name = LoginEntity.MOVE,
        query = "update LoginEntity l set l.identityId = :to where l.subjectHash in (:hashes)")
@NamedQuery(name = LoginEntity.DELETE, query = "delete from LoginEntity l where l.subjectHash in (:hashes)")
@NamedQuery(
        name = LoginEntity.DELETE_PROVIDER,
        query = "delete from LoginEntity l where l.realmId = :realm and l.provider = :provider")
@NamedQuery(name = LoginEntity.DELETE_OF_IDENTITY, query = "delete from LoginEntity l where l.identityId = :id")
@NamedQuery(name = LoginEntity.DELETE_OF_IDENTITIES, query = "delete from LoginEntity l where l.identityId in (:ids)")
@NamedQuery(name = LoginEntity.DELETE_OF_REALM, query = "delete from LoginEntity l where l.realmId = :realm")
@NamedQuery(
        name = LoginEntity.DEVELOPER_USERS,
        query = "select l.provider, l.subjectHash, l.userIdentifier from LoginEntity l"
                + " where l.identityId = :id and l.realmId = :realm and l.userIdentifier is not null"
                + " and l.subjectHash > :after order by l.subjectHash")
@SuppressWarnings({"NullAway.Init", "unused"}) // Hibernate sets the fields, and queries read them
public class LoginEntity {

    static final String DEVELOPER_USERS = "keypool.login.developerUsers";
    static final String MOVE = "keypool.login.move";
    static final String DELETE = "keypool.login.delete";
    static final String DELETE_PROVIDER = "keypool.login.deleteProvider";
    static final String DELETE_OF_IDENTITY = "keypool.login.deleteOfIdentity";
    static final String DELETE_OF_IDENTITIES = "keypool.login.deleteOfIdentities";
    static final String DELETE_OF_REALM = "keypool.login.deleteOfRealm";

    @Id
    @Column(name = "SUBJECT_HASH", length = 64)
    private String subjectHash;

    @Column(name = "REALM_ID", length = 36, nullable = false, updatable = false)
    private String realmId;

    @Column(name = "PROVIDER", length = 255, nullable = false, updatable = false)
    private String provider;

    @Column(name = "IDENTITY_ID", length = 55, nullable = false)
    private String identityId;

    @Column(name = "LINKED_AT", nullable = false, updatable = false)
    private long linkedAt;

    /** Of developer identities only. */
    @Nullable
    @Column(name = "USER_IDENTIFIER", length = 2048, updatable = false)
    private String userIdentifier;

    /** For Hibernate. */
    protected LoginEntity() {}

    LoginEntity(NewLogin login, String realmId, String identityId, Instant linked) {
        this.subjectHash = login.key().subjectHash();
        this.realmId = realmId;
        this.provider = login.key().provider();
        this.userIdentifier = login.userIdentifier().map(Secret::reveal).orElse(null);
        this.identityId = identityId;
        this.linkedAt = linked.toEpochMilli();
    }
}
