package io.keypool.identitypool.store;

import io.keypool.identitypool.LoginKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.util.UUID;

/** A row of {@code KEYPOOL_MERGED_LOGIN}: a login that went over in a merge. */
@Entity
@Table(name = "KEYPOOL_MERGED_LOGIN")
@NamedQuery(
        name = MergedLoginEntity.DELETE_OF_IDENTITY,
        query = "delete from MergedLoginEntity l where l.mergeId in"
                + " (select m.id from MergeEntity m where m.loserId = :id or m.survivorId = :id)")
@NamedQuery(
        name = MergedLoginEntity.DELETE_OF_IDENTITIES,
        query = "delete from MergedLoginEntity l where l.mergeId in"
                + " (select m.id from MergeEntity m where m.loserId in (:ids) or m.survivorId in (:ids))")
@NamedQuery(
        name = MergedLoginEntity.DELETE_OF_REALM,
        query = "delete from MergedLoginEntity l where l.mergeId in"
                + " (select m.id from MergeEntity m where m.realmId = :realm)")
@SuppressWarnings({"NullAway.Init", "unused"}) // Hibernate sets the fields, and queries read them
public class MergedLoginEntity {

    static final String DELETE_OF_IDENTITY = "keypool.mergedLogin.deleteOfIdentity";
    static final String DELETE_OF_IDENTITIES = "keypool.mergedLogin.deleteOfIdentities";
    static final String DELETE_OF_REALM = "keypool.mergedLogin.deleteOfRealm";

    @Id
    @Column(name = "ID", length = 36)
    private String id;

    @Column(name = "MERGE_ID", length = 36, nullable = false, updatable = false)
    private String mergeId;

    @Column(name = "PROVIDER", length = 255, nullable = false, updatable = false)
    private String provider;

    @Column(name = "SUBJECT_HASH", length = 64, nullable = false, updatable = false)
    private String subjectHash;

    /** For Hibernate. */
    protected MergedLoginEntity() {}

    MergedLoginEntity(String mergeId, LoginKey login) {
        this.id = UUID.randomUUID().toString();
        this.mergeId = mergeId;
        this.provider = login.provider();
        this.subjectHash = login.subjectHash();
    }
}
