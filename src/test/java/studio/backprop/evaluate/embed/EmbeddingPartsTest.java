package studio.backprop.evaluate.embed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import studio.backprop.data.DataSettings;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.observe.Example;

/** The parts that layouts are made of. */
class EmbeddingPartsTest {
  private static double[][] points(int count, int columns, int rank) {
    SplittableRandom random = new SplittableRandom(3);
    double[][] directions = new double[rank][];
    Arrays.setAll(directions, k -> random.doubles(columns, -1, 1).toArray());
    double[][] points = new double[count][columns];
    for (double[] point : points) {
      for (int k = 0; k < rank; k++) {
        double along = random.nextGaussian() * Math.pow(0.8, k);
        for (int c = 0; c < columns; c++) {
          point[c] += along * directions[k][c];
        }
      }
    }
    return points;
  }

  @Test
  void iterationFindsTheComponentsOfTheDecomposition() {
    double[][] points = points(220, 180, 30);
    assertThat(SubspaceIteration.suits(220, 180, 6)).isTrue();
    Pca iterated = Pca.of(points, 6);
    Pca exact = Pca.of(points, 170); // so many are not iterated for
    for (int k = 0; k < 6; k++) {
      assertThat(iterated.shares()[k]).isCloseTo(exact.shares()[k], Offset.offset(1e-6));
      assertThat(iterated.components()[k]).containsExactly(exact.components()[k], Offset.offset(1e-3));
    }
    Pca again = Pca.of(points, 6, iterated.components(), () -> {});
    assertThat(again.shares()).containsExactly(iterated.shares(), Offset.offset(1e-6));
  }

  @Test
  void aTurnedAndMirroredLayoutIsTurnedBack() {
    double[][] before = points(40, 2, 2);
    double[][] turned = Arrays.stream(before)
        .map(p -> new double[] {-0.6 * p[0] + 0.8 * p[1], 0.8 * p[0] + 0.6 * p[1]}).toArray(double[][]::new);
    double[][] back = Procrustes.aligned(turned, before);
    for (int i = 0; i < before.length; i++) {
      assertThat(back[i]).containsExactly(before[i], Offset.offset(1e-9));
    }
  }

  @Test
  void neighboursComeNearestFirst() {
    double[][] line = {{0}, {10}, {1}, {3}, {-2}, {1}};
    assertThat(NearestNeighbours.of(line, 0, 3)).containsExactly(2, 5, 4);
    assertThat(NearestNeighbours.of(line, 0, 99)).containsExactly(2, 5, 4, 3, 1);
  }

  @Test
  void aSampleHasEachClassAsOftenAsItOccurs() throws Exception {
    PreparedData data = PreparedData.load(DataSettings.of("digits"), Optional.empty(), Progress.NONE);
    long width = 12_000_000 / 100; // room for a hundred examples
    List<Example> some = EmbeddingSample.of(data, List.of(Part.TRAIN), width);
    assertThat(some).hasSize(100).doesNotHaveDuplicates();
    for (int c = 0; c < 10; c++) {
      int label = c;
      double all = IntStream.range(0, data.trainRows()).filter(row -> data.classOf(Part.TRAIN, row) == label).count();
      long sampled = some.stream().filter(example -> data.classOf(Part.TRAIN, example.row()) == label).count();
      assertThat((double) sampled).isCloseTo(100 * all / data.trainRows(), Offset.offset(1.0));
    }
    assertThat(EmbeddingSample.of(data, List.of(Part.VALIDATION), 64)).hasSize(data.validationRows());
    assertThat(EmbeddingSample.shares(new int[] {1, 1, 1}, 2)).containsExactly(1, 1, 0);
  }
}
