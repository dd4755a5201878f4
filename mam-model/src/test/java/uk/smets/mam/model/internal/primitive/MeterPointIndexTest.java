package uk.smets.mam.model.internal.primitive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeterPointIndexTest {
    @ParameterizedTest
    @ValueSource(ints = {1_000, 10_000, 100_000, 250_000, 1_100_000})
    void everyMeterPointIsFoundHoweverManyThereAre(int count) {
        MeterPointIndex index = new MeterPointIndex(false);
        assertThat(IntStream.rangeClosed(1, count).filter(line -> index.first(13L * line, 0, line) != 0))
                .isEmpty();
        assertThat(IntStream.rangeClosed(1, count).filter(line -> index.find(13L * line) != line))
                .isEmpty();
        assertThat(index.find(13L * count + 1)).isZero();
        assertThat(index.first(13L * count, 0, 1)).isEqualTo(count);
    }
}
