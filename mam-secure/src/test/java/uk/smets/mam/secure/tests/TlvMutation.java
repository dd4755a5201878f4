package uk.smets.mam.secure.tests;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** Changes the structure of ASN.1 values, which flipped bits would only break. */
final class TlvMutation {
    /** Strings, numbers, times, sets and others, and tags of other classes. */
    private static final byte[] TAGS = HexFormat.of()
            .parseHex("010203040506070A0C0D1213141516171819" + "1A1B1C1E23242C30313F5F80818285A0A1A2A3A4BF");

    private static final List<String> LENGTHS =
            List.of("00", "01", "7F", "80", "81FF", "847FFFFFFF", "84FFFFFFFF", "88FFFFFFFFFFFFFFFF", "FF");

    private static final List<String> NUMBERS = List.of(
            "",
            "00",
            "01",
            "FF",
            "7F",
            "80",
            "0080",
            "7FFFFFFF",
            "0080000000",
            "7FFFFFFFFFFFFFFF",
            "00FFFFFFFFFFFFFFFF");

    private final Random random;
    private final Tlv root;

    private TlvMutation(Tlv root, Random random) {
        this.root = root;
        this.random = random;
    }

    /** The value with one to four changes, and sometimes with damaged bytes. */
    static byte[] of(byte[] sound, Random random) {
        Tlv root = Tlv.of(sound);
        TlvMutation mutation = new TlvMutation(root, random);
        do {
            mutation.change();
        } while (random.nextInt(3) == 0);
        byte[] bytes = root.encoded();
        return random.nextInt(10) == 0 ? damaged(bytes, random) : bytes;
    }

    /** Removes, adds or changes a few bytes anywhere, or truncates. */
    static byte[] damaged(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length + 1);
        if (random.nextInt(8) == 0) {
            return Arrays.copyOf(bytes, at);
        }
        int removed = Math.min(random.nextInt(4) == 0 ? random.nextInt(60) : random.nextInt(2), bytes.length - at);
        byte[] added = new byte[random.nextInt(3)];
        random.nextBytes(added);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, at);
        out.writeBytes(added);
        out.write(bytes, at + removed, bytes.length - at - removed);
        return out.toByteArray();
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private void change() {
        List<Tlv> all = root.all();
        Tlv value = any(all);
        if (value.children.isEmpty() || random.nextInt(3) == 0) {
            changeItself(value);
        } else {
            changeChildren(value, all);
        }
    }

    private void changeItself(Tlv value) {
        switch (random.nextInt(8)) {
            case 0 -> value.tag = new byte[] {TAGS[random.nextInt(TAGS.length)]};
            case 1 -> value.tag[0] ^= (byte) (1 << random.nextInt(Byte.SIZE));
            case 2 -> giveLength(value, HexFormat.of().parseHex(any(LENGTHS)));
            case 3 -> value.form = random.nextBoolean() ? Tlv.Form.INDEFINITE : Tlv.Form.LONG;
            case 4 -> inPieces(value);
            default -> changeContent(value);
        }
    }

    private static void giveLength(Tlv value, byte[] length) {
        value.form = Tlv.Form.GIVEN;
        value.givenLength = length;
    }

    /** Splits a string into the constructed form of BER. */
    private static void inPieces(Tlv value) {
        byte[] whole = value.content;
        value.tag[0] |= 0x20;
        int half = whole.length / 2;
        for (byte[] piece : List.of(Arrays.copyOf(whole, half), Arrays.copyOfRange(whole, half, whole.length))) {
            value.children.add(new Tlv(new byte[] {4}, piece, new ArrayList<>()));
        }
        value.content = new byte[0];
    }

    private void changeContent(Tlv value) {
        byte[] content = value.content;
        value.content = switch (random.nextInt(6)) {
            case 0 -> HexFormat.of().parseHex(any(NUMBERS));
            case 1 -> new BigInteger(1 + random.nextInt(random.nextInt(8) == 0 ? 100_000 : 300), random).toByteArray();
            case 2 -> filled(random.nextInt(40), (byte) (random.nextBoolean() ? 0xFF : 'A'));
            case 3 -> Arrays.copyOf(content, random.nextInt(content.length + 2));
            default -> flipped(content);
        };
    }

    private static byte[] filled(int length, byte with) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, with);
        return bytes;
    }

    private byte[] flipped(byte[] content) {
        byte[] changed = content.clone();
        if (changed.length > 0) {
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        }
        return changed;
    }

    private void changeChildren(Tlv value, List<Tlv> all) {
        List<Tlv> children = value.children;
        int at = random.nextInt(children.size());
        switch (random.nextInt(8)) {
            case 0 -> children.add(at, children.get(at).copy());
            case 1 -> children.remove(at);
            case 2 -> Collections.swap(children, at, random.nextInt(children.size()));
            case 3 -> children.set(at, any(all).copy());
            case 4 -> children.add(at, any(all).copy());
            case 5 -> children.set(at, nested(children.get(at)));
            case 6 -> children.addAll(at, children.remove(at).children);
            default -> Collections.shuffle(children, random);
        }
    }

    private Tlv nested(Tlv value) {
        int tag = any(List.of(0x30, 0x31, 0xA0, 0xA1, 0x04, 0x24));
        Tlv outer = value;
        for (int depth = random.nextInt(4) == 0 ? 1 + random.nextInt(50) : 1; depth > 0; depth--) {
            outer = Tlv.constructed(tag, outer);
        }
        return outer;
    }
}
