package studio.backprop.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Random;
import jdk.incubator.vector.FloatVector;
import org.junit.jupiter.api.Test;

class HalvedSumTest {
  @Test
  void theColumnsOfASquareHaveTheSumsOfItsRowsTransposed() {
    assumeTrue(Square.fits(), "vectors are not as long as a square is wide");
    float[] rows = KernelPair.random(new Random(5), 300);
    float[] columns = rows.clone();
    Square.transpose(columns, 20, 16, columns, 20, 16);
    HalvedSum.sumColumns(columns, 20);
    for (int i = 0; i < 16; i++) {
      assertThat(columns[20 + i]).as("row %d", i).isEqualTo(HalvedSum.sum(FloatVector.fromArray(ProductTile.LANES, rows, 20 + i * 16)));
    }
  }
}
