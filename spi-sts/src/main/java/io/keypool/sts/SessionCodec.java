package io.keypool.sts;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A session as bytes. Only bytes whose seal was intact are ever decoded. */
final class SessionCodec {

    private static final byte ROLE = 1;
    private static final byte USER = 2;
    private static final byte FEDERATED_USER = 3;

    private SessionCodec() {}

    static byte[] encode(Session session) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(session.accessKeyId());
            write(out, session.holder());
            out.writeShort(session.attributes().bytes().length);
            out.write(session.attributes().bytes());
            out.writeUTF(session.sourceIdentity().orElse(""));
            out.writeBoolean(session.federation().isPresent());
            if (session.federation().isPresent()) {
                write(out, session.federation().get());
            }
            out.writeByte(session.ancestry().size());
            for (SessionOrigin origin : session.ancestry()) {
                out.writeUTF(origin.kind().name());
                out.writeUTF(origin.id());
            }
            out.writeLong(session.issuedAt().toEpochMilli());
            out.writeLong(session.expiration().getEpochSecond());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static Session decode(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return new Session(
                    in.readUTF(),
                    holder(in),
                    new PackedAttributes(in.readNBytes(in.readUnsignedShort())),
                    Optional.of(in.readUTF()).filter(text -> !text.isEmpty()),
                    in.readBoolean() ? Optional.of(federation(in)) : Optional.empty(),
                    ancestry(in),
                    Instant.ofEpochMilli(in.readLong()),
                    Instant.ofEpochSecond(in.readLong()));
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    private static void write(DataOutputStream out, SessionHolder holder) throws IOException {
        if (holder instanceof SessionHolder.OfRole role) {
            out.writeByte(ROLE);
            out.writeUTF(role.roleId());
            out.writeUTF(role.sessionName().value());
        }
        if (holder instanceof SessionHolder.OfUser user) {
            out.writeByte(USER);
            out.writeUTF(user.userId());
        }
        if (holder instanceof SessionHolder.OfFederatedUser federated) {
            out.writeByte(FEDERATED_USER);
            out.writeUTF(federated.userId());
            out.writeUTF(federated.name());
        }
    }

    private static SessionHolder holder(DataInputStream in) throws IOException {
        return switch (in.readByte()) {
            case ROLE -> new SessionHolder.OfRole(in.readUTF(), new RoleSessionName(in.readUTF()));
            case USER -> new SessionHolder.OfUser(in.readUTF());
            case FEDERATED_USER -> new SessionHolder.OfFederatedUser(in.readUTF(), in.readUTF());
            default -> throw new IOException("unknown kind of holder");
        };
    }

    private static void write(DataOutputStream out, Federation federation) throws IOException {
        out.writeUTF(federation.provider());
        write(out, federation.principals());
        out.writeByte(federation.keys().size());
        for (ContextKey key : federation.keys()) {
            out.writeUTF(key.name());
            out.writeBoolean(key.multivalued());
            write(out, key.values());
        }
    }

    private static Federation federation(DataInputStream in) throws IOException {
        String provider = in.readUTF();
        Set<String> principals = Set.copyOf(strings(in));
        int size = in.readUnsignedByte();
        List<ContextKey> keys = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            String name = in.readUTF();
            boolean multivalued = in.readBoolean();
            keys.add(new ContextKey(name, strings(in), multivalued));
        }
        return new Federation(provider, principals, keys);
    }

    private static List<SessionOrigin> ancestry(DataInputStream in) throws IOException {
        int size = in.readUnsignedByte();
        List<SessionOrigin> ancestry = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            SessionOrigin.Kind kind = SessionOrigin.Kind.valueOf(in.readUTF());
            ancestry.add(new SessionOrigin(kind, in.readUTF()));
        }
        return ancestry;
    }

    private static void write(DataOutputStream out, Collection<String> strings) throws IOException {
        out.writeByte(strings.size());
        for (String string : strings) {
            out.writeUTF(string);
        }
    }

    private static List<String> strings(DataInputStream in) throws IOException {
        int size = in.readUnsignedByte();
        List<String> strings = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            strings.add(in.readUTF());
        }
        return strings;
    }
}
