package uk.smets.mam.secure.internal.zip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.smets.mam.secure.internal.zip.EntryHeader.AesField;

/** Headers of files too large to be written in a test. */
class ZipContainerTest {
    private static final long GIB = 1L << 30;
    private static final LocalDateTime TIME = LocalDateTime.of(2019, 7, 31, 9, 0);

    private static ByteBuffer buffer(byte[] bytes, int from, int to) {
        return ByteBuffer.wrap(bytes, from, to - from).slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 29",
        "4294967294, 4294967294",
        "4294967295, 100",
        "4294967295, 4294967295",
        "4294967296, 4294967296",
        "10737418240, 9663676416"
    })
    void bothHeadersHoldSizesOf32And64Bits(long size, long dataSize) {
        ZipContainer container = new ZipContainer("ma.csv", TIME, size);
        byte[] start = container.start(dataSize);
        byte[] end = container.end(dataSize);
        int directory = ByteBuffer.wrap(end).order(ByteOrder.LITTLE_ENDIAN).getInt(end.length - 10);

        EntryHeader local = EntryHeader.local(buffer(start, 0, start.length)).orElseThrow();
        EntryHeader central = EntryHeader.central(buffer(end, 0, directory)).orElseThrow();
        for (EntryHeader header : new EntryHeader[] {local, central}) {
            assertThat(header.size()).isEqualTo(size);
            assertThat(header.dataSize()).isEqualTo(dataSize);
            assertThat(header.name()).isEqualTo("ma.csv");
            assertThat(header.offset()).isZero();
            assertThat(header.aes()).contains(new AesField(AesField.AE_2, AesField.AES_256, EntryHeader.DEFLATED));
        }
    }

    @Test
    void lengthOfTheHeaderIsFixedBeforeTheSizeOfTheDataIsKnown() {
        assertThat(new ZipContainer("ma.csv", TIME, 3 * GIB).start(0)).hasSameSizeAs(start(3 * GIB, 3 * GIB));
        assertThat(new ZipContainer("ma.csv", TIME, 5 * GIB).start(0)).hasSameSizeAs(start(5 * GIB, 5 * GIB));
        // Incompressible content just below 4 GiB grows beyond it.
        assertThat(start(4 * GIB - 2, 0).length).isLessThan(start(4 * GIB - 2, 4 * GIB).length);
    }

    private static byte[] start(long size, long dataSize) {
        return new ZipContainer("ma.csv", TIME, size).start(dataSize);
    }
}
