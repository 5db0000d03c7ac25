package io.keypool.sts;

import io.keypool.aws.Arn;
import io.keypool.aws.Tags;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Limits and tags of a session in the compressed form in which its token carries them. Two sessions that were given the
 * same are packed alike.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-entity-length">IAM
 *     User Guide, packed size of session policies and tags</a>
 */
final class PackedAttributes {

    static final PackedAttributes NONE = new PackedAttributes(new byte[0]);

    /** What AWS's limit is it does not say; this holds the longest policy that may be passed and a dozen tags. */
    private static final int ALLOTTED = 2_048;

    private final byte[] bytes;

    PackedAttributes(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    static PackedAttributes of(SessionAttributes attributes) {
        if (attributes.isEmpty()) {
            return NONE;
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(packed))) {
            write(out, attributes.policies().inline().stream());
            write(out, attributes.policies().managed().stream().map(Arn::toString));
            write(
                    out,
                    attributes.tags().tags().values().entrySet().stream()
                            .flatMap(tag -> Stream.of(tag.getKey(), tag.getValue())));
            write(out, attributes.tags().transitiveKeys().stream().sorted());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new PackedAttributes(packed.toByteArray());
    }

    SessionAttributes unpack() {
        if (bytes.length == 0) {
            return SessionAttributes.NONE;
        }
        try (DataInputStream in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
            Optional<String> inline = read(in).stream().findFirst();
            List<Arn> managed =
                    read(in).stream().map(arn -> Arn.parse(arn).orElseThrow()).toList();
            Map<String, String> tags = new LinkedHashMap<>();
            List<String> keysAndValues = read(in);
            for (int i = 0; i < keysAndValues.size(); i += 2) {
                tags.put(keysAndValues.get(i), keysAndValues.get(i + 1));
            }
            Set<String> transitiveKeys = new LinkedHashSet<>(read(in));
            return new SessionAttributes(
                    new SessionPolicies(inline, managed), new SessionTags(new Tags(tags), transitiveKeys));
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    /** How much of the allotted space they take, in percent, rounded up; more than 100 is too much. */
    int percent() {
        return (bytes.length * 100 + ALLOTTED - 1) / ALLOTTED;
    }

    byte[] bytes() {
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PackedAttributes packed && Arrays.equals(bytes, packed.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "PackedAttributes[" + bytes.length + " bytes]";
    }

    private static void write(DataOutputStream out, Stream<String> texts) throws IOException {
        List<String> all = texts.toList();
        out.writeShort(all.size());
        for (String text : all) {
            out.writeUTF(text);
        }
    }

    private static List<String> read(DataInputStream in) throws IOException {
        String[] texts = new String[in.readUnsignedShort()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = in.readUTF();
        }
        return List.of(texts);
    }
}
