package studio.backprop.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeptExampleTest {
  private static final DataSettings DIGITS = DataSettings.of("digits");

  private static PreparedData load(DataSettings settings) throws DataProblem {
    return PreparedData.load(settings, Optional.empty(), Progress.NONE);
  }

  private static KeptExample drawn(PreparedData data, int label) {
    float[] picture = new float[64];
    Arrays.fill(picture, 8, 16, 16);
    picture[0] = 4;
    return KeptExample.of(data.dataset(), picture, label);
  }

  @Test
  void itIsTheLastExampleForTrainingAndChangesNothingElse() throws DataProblem {
    PreparedData plain = load(DIGITS);
    PreparedData more = load(DIGITS.withKept(List.of(drawn(plain, 7), drawn(plain, 3))));
    int last = plain.trainRows() + 1;
    assertThat(more.trainRows()).isEqualTo(plain.trainRows() + 2);
    assertThat(more.classOf(Part.TRAIN, last - 1)).isEqualTo(7);
    assertThat(more.classOf(Part.TRAIN, last)).isEqualTo(3);
    float[] pixels = new float[64];
    more.copyRawInput(Part.TRAIN, last, pixels);
    assertThat(pixels[9]).isEqualTo(16);
    assertThat(pixels[0]).isBetween(3.9f, 4.1f); // to a byte
    assertThat(pixels[20]).isZero();
    for (Part part : Part.values()) {
      for (int row = 0; row < plain.rows(part); row++) {
        assertThat(more.split().row(part, row)).isEqualTo(plain.split().row(part, row));
        assertThat(more.isKept(part, row)).isFalse();
      }
    }
    assertThat(more.isKept(Part.TRAIN, last)).isTrue();
    assertThat(more.validationRows()).isEqualTo(plain.validationRows());
    assertThat(more.testRows()).isEqualTo(plain.testRows());
  }

  @Test
  void wherePartsAreGivenTheTestRowsStayThoseOfTheMakers() throws DataProblem {
    DataSettings mnist = DataSettings.of("mnist");
    PreparedData plain = load(mnist);
    PreparedData more = load(mnist.withKept(List.of(KeptExample.of(plain.dataset(), new float[784], 5))));
    assertThat(more.testRows()).isEqualTo(plain.testRows());
    assertThat(more.split().row(Part.TEST, 0)).isEqualTo(plain.split().row(Part.TEST, 0));
    assertThat(more.classOf(Part.TRAIN, more.trainRows() - 1)).isEqualTo(5);
  }

  @Test
  void onlyTheDatasetThatItWasDrawnForHasIt() throws DataProblem {
    DataSettings kept = DIGITS.withKept(List.of(drawn(load(DIGITS), 7)));
    assertThat(kept.withDataset("circles").keptHere()).isEmpty();
    assertThat(load(kept.withDataset("circles")).dataset().keptRows()).isZero();
    assertThat(kept.withDataset("circles").withDataset("digits").keptHere()).hasSize(1);
  }

  @Test
  void oneThatDoesNotFitIsNamed() throws DataProblem {
    PreparedData plain = load(DIGITS);
    KeptExample small = new KeptExample("digits", 1, "AAAA");
    assertThatThrownBy(() -> load(DIGITS.withKept(List.of(drawn(plain, 1), small)))).isInstanceOf(DataProblem.class)
        .hasMessageContaining("Drawing 2").hasMessageContaining("64");
    assertThatThrownBy(() -> load(DIGITS.withKept(List.of(drawn(plain, 10))))).isInstanceOf(DataProblem.class)
        .hasMessageContaining("label 10");
    assertThatThrownBy(() -> new KeptExample("digits", -1, "AAAA")).hasMessageContaining("-1");
    assertThatThrownBy(() -> new KeptExample("digits", 1, "no!")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> DIGITS.withKept(Collections.nCopies(KeptExample.MOST + 1, small))).hasMessageContaining("1000");
  }
}
