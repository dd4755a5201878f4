package uk.smets.mam.xlsx.tests;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A ZIP written by hand, so that it can have two parts with one name, or headers that contradict the data. */
final class ZipBytes {
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    private static final class Part {
        private final byte[] name;
        private final int method;
        private final int flags;
        private final int crc;
        private final int size;
        private final byte[] data;
        private final int offset;

        Part(String name, int method, int flags, byte[] content, byte[] data, int offset) {
            this.name = name.getBytes(StandardCharsets.UTF_8);
            this.method = method;
            this.flags = flags;
            CRC32 checksum = new CRC32();
            checksum.update(content);
            crc = (int) checksum.getValue();
            size = content.length;
            this.data = data;
            this.offset = offset;
        }
    }

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final List<Part> parts = new ArrayList<>();

    /** Adds all parts of a workbook. */
    static ZipBytes of(WorkbookParts workbook) {
        ZipBytes zip = new ZipBytes();
        workbook.all().forEach(zip::deflated);
        return zip;
    }

    ZipBytes deflated(String name, byte[] content) {
        return add(name, DEFLATED, 0, content, deflate(content));
    }

    ZipBytes stored(String name, byte[] content) {
        return add(name, STORED, 0, content, content);
    }

    /** A part with another method or other flags. */
    ZipBytes odd(String name, int method, int flags, byte[] content) {
        return add(name, method, flags, content, content);
    }

    /** A part whose checksum is that of other bytes. */
    ZipBytes miscounted(String name, byte[] content, byte[] other) {
        return add(name, DEFLATED, 0, other, deflate(content));
    }

    private ZipBytes add(String name, int method, int flags, byte[] content, byte[] data) {
        Part part = new Part(name, method, flags, content, data, bytes.size());
        parts.add(part);
        write(header(part, 0x04034b50, 30));
        write(part.name);
        write(data);
        return this;
    }

    private static byte[] deflate(byte[] content) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(content);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[64 * 1024];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }

    private static ByteBuffer header(Part part, int signature, int length) {
        ByteBuffer header = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(signature);
        if (length > 30) {
            header.putShort((short) 20);
        }
        header.putShort((short) 20).putShort((short) part.flags).putShort((short) part.method);
        header.putInt(0x00210000).putInt(part.crc).putInt(part.data.length).putInt(part.size);
        header.putShort((short) part.name.length).putShort((short) 0);
        return header;
    }

    byte[] bytes() {
        int start = bytes.size();
        for (Part part : parts) {
            write(header(part, 0x02014b50, 46)
                    .putShort((short) 0)
                    .putShort((short) 0)
                    .putShort((short) 0)
                    .putInt(0)
                    .putInt(part.offset));
            write(part.name);
        }
        int length = bytes.size() - start;
        write(ByteBuffer.allocate(22)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0x06054b50)
                .putInt(0)
                .putShort((short) parts.size())
                .putShort((short) parts.size())
                .putInt(length)
                .putInt(start)
                .putShort((short) 0));
        return bytes.toByteArray();
    }

    private void write(ByteBuffer header) {
        byte[] filled = new byte[header.flip().remaining()];
        header.get(filled);
        write(filled);
    }

    private void write(byte[] more) {
        bytes.write(more, 0, more.length);
    }
}
