package io.keypool.sts;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A session as bytes. Only bytes whose seal was intact are ever decoded. */
final class SessionCodec {

    private SessionCodec() {}

    static byte[] encode(Session session) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(session.accessKeyId());
            out.writeUTF(session.roleId());
            out.writeUTF(session.sessionName().value());
            out.writeUTF(session.provider());
            out.writeUTF(session.subject());
            out.writeUTF(session.audience());
            out.writeByte(session.amr().size());
            for (String method : session.amr()) {
                out.writeUTF(method);
            }
            out.writeLong(session.issuedAt().getEpochSecond());
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
                    in.readUTF(),
                    new RoleSessionName(in.readUTF()),
                    in.readUTF(),
                    in.readUTF(),
                    in.readUTF(),
                    strings(in),
                    Instant.ofEpochSecond(in.readLong()),
                    Instant.ofEpochSecond(in.readLong()));
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
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
