package studio.backprop.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.backprop.tensor.Seeds;

class BatchesTest {
  private PreparedData iris;

  @BeforeEach
  void loadIris() throws DataProblem {
    iris = PreparedData.load(DataSettings.of("iris"), Optional.empty(), Progress.NONE);
  }

  private Batches shuffled(long seed) {
    return Batches.shuffled(iris, Part.TRAIN, 16, TargetForm.ONE_HOT, new Seeds(seed));
  }

  private static List<Integer> order(Batches batches) {
    List<Integer> order = new ArrayList<>();
    for (int batch = 0; batch < batches.count(); batch++) {
      for (int i = 0; i < batches.size(batch); i++) {
        order.add(batches.row(batch, i));
      }
    }
    return order;
  }

  @Test
  void theLastBatchHoldsWhatIsLeftAndEveryRowComesOnceAnEpoch() {
    Batches batches = shuffled(1);
    assertThat(batches.count()).isEqualTo(6);
    assertThat(batches.size(4)).isEqualTo(16);
    assertThat(batches.size(5)).isEqualTo(10);
    assertThat(order(batches)).hasSize(90).doesNotHaveDuplicates();
  }

  @Test
  void anEpochsOrderDependsOnItsNumberAndTheSeedAlone() {
    Batches whole = shuffled(1);
    whole.startEpoch(1);
    whole.startEpoch(2);
    Batches jumped = shuffled(1);
    jumped.startEpoch(2);
    assertThat(order(jumped)).isEqualTo(order(whole));
    whole.startEpoch(1);
    assertThat(order(jumped)).isNotEqualTo(order(whole));
    assertThat(order(shuffled(1))).isNotEqualTo(order(shuffled(2)));
  }

  @Test
  void whereClassesAreBalancedTheRareOnesComeAsOftenAndTheOthersTakeTurns() throws Exception {
    String rows = "a,y\n" + "1,often\n".repeat(90) + "2,rare\n".repeat(10);
    TableData table = CsvFile.read("own.csv", new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8)), Progress.NONE);
    PreparedData own = PreparedData.load(DataSettings.of(DatasetCatalog.OWN_TABLE).withShares(0.1, 0.1), Optional.of(table), Progress.NONE);
    Batches batches = Batches.forTraining(own, 16, TargetForm.BINARY, Optional.of(new Seeds(1)), true);
    List<Integer> first = order(batches);
    assertThat(first).hasSize(own.trainRows());
    assertThat(first.stream().filter(row -> own.classOf(Part.TRAIN, row) == 1)).hasSize(own.trainRows() / 2);
    batches.startEpoch(1);
    List<Integer> second = order(batches);
    Set<Integer> often = new HashSet<>(first);
    often.addAll(second);
    assertThat(often.stream().filter(row -> own.classOf(Part.TRAIN, row) == 0)).hasSize(72);
    batches.startEpoch(0);
    assertThat(order(batches)).isEqualTo(first).isNotEqualTo(second);
  }

  @Test
  void aFilledBatchHoldsEachRowsInputBesideItsTarget() {
    Batches batches = shuffled(5);
    float[] inputs = new float[16 * 4];
    float[] targets = new float[16 * 3];
    assertThat(batches.fill(5, inputs, targets)).isEqualTo(10);
    float[] input = new float[4];
    for (int i = 0; i < 10; i++) {
      int row = batches.row(5, i);
      iris.copyInput(Part.TRAIN, row, input, 0);
      assertThat(inputs[i * 4 + 2]).isEqualTo(input[2]);
      assertThat(targets[i * 3 + iris.classOf(Part.TRAIN, row)]).isEqualTo(1);
    }
    assertThat(inputs[10 * 4]).isZero();
  }

  @Test
  void judgingGoesInTheOrderOfTheDataset() {
    assertThat(order(Batches.inOrder(iris, Part.VALIDATION, 7, TargetForm.ONE_HOT))).isSorted().hasSize(30);
  }

  @Test
  void anEmptyPartHasNoBatches() throws DataProblem {
    DataSettings untested = DataSettings.of("iris").withShares(0.2, 0);
    PreparedData data = PreparedData.load(untested, Optional.empty(), Progress.NONE);
    assertThat(Batches.inOrder(data, Part.TEST, 8, TargetForm.ONE_HOT).count()).isZero();
  }

  @Test
  void aBatchOfNothingIsRefused() {
    assertThatThrownBy(() -> Batches.inOrder(iris, Part.TRAIN, 0, TargetForm.ONE_HOT)).hasMessageContaining("but was 0");
  }
}
