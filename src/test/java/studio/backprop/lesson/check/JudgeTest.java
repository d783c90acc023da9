package studio.backprop.lesson.check;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.backprop.lesson.check.Verdict.NO;
import static studio.backprop.lesson.check.Verdict.NOT_YET;
import static studio.backprop.lesson.check.Verdict.YES;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Input;
import studio.backprop.network.Network;

/** What a check comes to, at the moment and over time. */
class JudgeTest {
  /** A training that is told where it stands. */
  private static final class Told implements Facts, Facts.Clock {
    private final Map<String, Double> numbers = new HashMap<>();
    private final Map<String, String> words = new HashMap<>();
    private long step;
    private int epoch;

    @Override
    public double number(CheckedQuantity quantity, boolean thorough) {
      return numbers.getOrDefault(key(quantity), Double.NaN);
    }

    @Override
    public String word(CheckedQuantity quantity) {
      return words.get(key(quantity));
    }

    private static String key(CheckedQuantity one) {
      return (one.start() ? "start." : "") + one.lane().map(lane -> lane + ".").orElse("") + (one.node().isEmpty() ? "" : one.node() + ".")
          + one.name();
    }

    @Override
    public Clock clock(char lane) {
      return this;
    }

    @Override
    public long step() {
      return step;
    }

    @Override
    public int epoch() {
      return epoch;
    }

    @Override
    public boolean atEpochEnd() {
      return step > 0 && step % 10 == 0;
    }

    Told at(long now, double loss) {
      step = now;
      epoch = (int) (now / 10);
      numbers.put("loss", loss);
      return this;
    }
  }

  private static final Network NETWORK = Network.EMPTY.add(Input.row(2), 0, 0).add(Dense.of(3, Activation.RELU), 0, 0)
      .add(Dense.of(3, Activation.RELU), 0, 0).add(Dense.of(1, Activation.NONE), 0, 0);

  private final Told told = new Told();

  private Judge judge(String check) throws LineFault {
    return new Judge(CheckParser.check(check));
  }

  private Verdict look(Judge judge) {
    return judge.look(told, NETWORK, true);
  }

  private Verdict now(String check) throws LineFault {
    return look(judge(check));
  }

  @ParameterizedTest
  @CsvSource({
      "train.loss < 2,YES", "train.loss <= 1,YES", "train.loss > 1,NO", "train.loss >= 1,YES", "run.step = 7,YES", "run.step = 6,NO",
      "train.loss within 0.1 of 1.1,YES", "train.loss within 0.1 of 1.2,NO", "train.loss within 5% of 1.06,NO",
      "train.loss within 5% of 1.05,YES",
      "train.loss within 10% of -1,NO", "90% = 0.9,YES", "1 - 2 - 3 = -4,YES", "2 + 3 * 4 = 14,YES", "8 / 4 / 2 = 1,YES", "-2 * 3 = -6,YES",
      "(2 + 3) * 4 = 20,YES", "1e-3 * 1000 = 1,YES", "- (1 + 1) = -2,YES", "1 / 0 > 5,YES", "0 / 0 = 0,NO", "not 0 / 0 = 0,NO"})
  void numbersAreComparedAsTheyAreWritten(String check, Verdict verdict) throws LineFault {
    told.at(7, 1);
    told.numbers.put("step", 7.0);
    assertThat(now(check)).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({
      "run.step = 1 or run.step = 1 and run.step = 2,YES", "(run.step = 1 or run.step = 1) and run.step = 2,NO",
      "not run.step = 2 and run.step = 2,NO", "not (run.step = 2 and run.step = 1),YES", "not not run.step = 1,YES",
      "doctor.healthy,NOT_YET", "not doctor.healthy,NOT_YET", "doctor.healthy or run.step = 1,YES", "doctor.healthy and run.step = 2,NO",
      "doctor.healthy and run.step = 1,NOT_YET", "doctor.healthy or run.step = 2,NOT_YET"})
  void andBindsMoreThanOrAndWhatIsOpenStaysOpenUnlessTheRestDecides(String check, Verdict verdict) throws LineFault {
    told.numbers.put("step", 1.0);
    assertThat(now(check)).isEqualTo(verdict);
  }

  @Test
  void aComparisonWithNanIsNoAndInfinityComparesAsUsual() throws LineFault {
    told.at(1, Double.NaN);
    assertThat(now("train.loss < 1")).isEqualTo(NO);
    assertThat(now("train.loss >= 1")).isEqualTo(NO);
    assertThat(now("train.loss within 1 of 1")).isEqualTo(NO);
    told.at(1, Double.POSITIVE_INFINITY);
    assertThat(now("train.loss > 1e30")).isEqualTo(YES);
    assertThat(now("train.loss within 1 of 1")).isEqualTo(NO);
  }

  @Test
  void whatNobodyHadTimeToMeasureDecidesNothing() throws LineFault {
    told.at(1, Double.NaN);
    for (String check : List.of("not (train.loss > 0)", "train.loss > 0", "not train.loss within 1 of 1", "not 2 within train.loss of 1")) {
      assertThat(judge(check).look(told, NETWORK, false)).as(check).isEqualTo(NOT_YET);
    }
  }

  @ParameterizedTest
  @CsvSource({"not train.loss > 0,NO", "not not train.loss > 0,NO", "not train.loss within 1 of 1,NO", "not (train.loss > 0 and 1 = 1),NO",
      "not train.loss > 0 at step 1,NO", "not train.loss > 0 by step 1,NO", "not train.loss > 0 or 1 = 1,YES"})
  void ofWhatIsNoNumberNeitherACheckNorItsOppositeHolds(String check, Verdict verdict) throws LineFault {
    told.at(1, Double.NaN);
    assertThat(now(check)).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({"= 0.1,YES", ">= 0.1,YES", "<= 0.1,YES", "< 0.1,NO", "> 0.1,NO", "= 0.10001,NO", "within 0.001 of 0.1,YES"})
  void aWeightIsComparedAsTheFloatThatItIs(String asked, Verdict verdict) throws LineFault {
    told.numbers.put("a.weight", (double) 0.1f);
    assertThat(now("node(\"a\").weight(0,0) " + asked)).isEqualTo(verdict);
    told.numbers.put("rate", (double) 0.1f);
    assertThat(now("training.rate = 0.1")).as("no number of a tensor").isEqualTo(NO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"train.loss > 0 at step 5", "not train.loss > 9 at step 5", "train.loss > 0 by step 5",
      "not train.loss > 9 by step 5", "train.loss > 0 at epoch 1", "not train.loss > 9 after step 5"})
  void aMomentBeforeTheFirstLookNeedsAnotherRun(String check) throws LineFault {
    Judge judge = judge(check);
    told.at(16, 1);
    assertThat(look(judge)).isEqualTo(NO);
    assertThat(judge.isLost()).isTrue();
    for (int step = 0; step <= 16; step++) {
      told.at(step, 1);
      look(judge);
    }
    assertThat(look(judge)).as("another run").isEqualTo(YES);
    assertThat(judge.isLost()).isFalse();
  }

  @Test
  void wordsAndTruths() throws LineFault {
    assertThat(now("run.state is fault")).isEqualTo(NOT_YET);
    told.words.put("state", "fault");
    assertThat(now("run.state is fault")).isEqualTo(YES);
    assertThat(now("run.state is paused")).isEqualTo(NO);
    told.numbers.put("healthy", 1.0);
    assertThat(now("doctor.healthy")).isEqualTo(YES);
    assertThat(now("not doctor.healthy")).isEqualTo(NO);
  }

  @Test
  void atLooksAtItsMomentOnceAndRemembers() throws LineFault {
    for (String word : new String[] {"at", "after"}) {
      Judge judge = judge("train.loss < 1 " + word + " step 5");
      told.at(0, 3);
      assertThat(look(judge)).isEqualTo(NOT_YET);
      told.at(4, 0.5);
      assertThat(look(judge)).isEqualTo(NOT_YET);
      told.at(5, 0.9);
      assertThat(look(judge)).isEqualTo(YES);
      told.at(6, 3);
      assertThat(look(judge)).isEqualTo(YES);
      told.at(0, 3);
      assertThat(look(judge)).as("another run").isEqualTo(NOT_YET);
      told.at(5, 3);
      assertThat(look(judge)).isEqualTo(NO);
      told.at(6, 0);
      assertThat(look(judge)).isEqualTo(NO);
    }
  }

  @Test
  void byMustComeTrueNoLater() throws LineFault {
    Judge judge = judge("train.loss < 1 by epoch 2");
    told.at(3, 5);
    assertThat(look(judge)).isEqualTo(NOT_YET);
    told.at(4, 0.5);
    assertThat(look(judge)).isEqualTo(YES);
    told.at(30, 9);
    assertThat(look(judge)).isEqualTo(YES);
    Judge late = judge("train.loss < 1 by epoch 2");
    told.at(0, 9);
    assertThat(look(late)).isEqualTo(NOT_YET);
    told.at(19, 9);
    assertThat(look(late)).isEqualTo(NOT_YET);
    told.at(20, 0.5);
    assertThat(look(late)).as("the moment itself").isEqualTo(YES);
    Judge never = judge("train.loss < 1 by epoch 2");
    told.at(20, 2);
    assertThat(look(never)).isEqualTo(NO);
    told.at(21, 0.1);
    assertThat(look(never)).isEqualTo(NO);
  }

  @Test
  void anEpochIsOverWhenItsLastStepIs() throws LineFault {
    Judge judge = judge("train.loss < 1 at epoch 1");
    told.at(9, 0.1);
    assertThat(look(judge)).isEqualTo(NOT_YET);
    told.at(10, 0.1);
    assertThat(look(judge)).isEqualTo(YES);
  }

  @Test
  void aPatternIsTrueWhenAllMatchesAreAndThereIsOne() throws LineFault {
    told.words.put("dense_1.activation", "relu");
    told.words.put("dense_2.activation", "relu");
    told.words.put("dense_3.activation", "none");
    assertThat(now("node(\"dense_*\").activation is relu")).isEqualTo(NO);
    told.words.put("dense_3.activation", "relu");
    assertThat(now("node(\"dense_*\").activation is relu")).isEqualTo(YES);
    assertThat(now("node(\"h*\").activation is relu")).as("none matches").isEqualTo(NO);
    assertThat(now("node(\"dense_2\").activation is relu")).isEqualTo(YES);
  }

  @Test
  void aStartValueIsAskedForAsSuch() throws LineFault {
    told.at(3, 0.4);
    told.numbers.put("start.loss", 1.0);
    assertThat(now("train.loss < 0.5 * start.train.loss")).isEqualTo(YES);
    assertThat(now("train.loss < 0.5 * start.train.loss at step 3")).isEqualTo(YES);
  }
}
