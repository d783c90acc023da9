package studio.backprop.ui.watch.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.backprop.doctor.Finding;
import studio.backprop.doctor.Finding.Kind;
import studio.backprop.doctor.Finding.Severity;
import studio.backprop.doctor.HealthStats;
import studio.backprop.text.Message;
import studio.backprop.train.metric.ClassCount;
import studio.backprop.train.metric.Metrics;
import studio.backprop.train.record.EpochRecord;

class FindingChartTest {
  private static final double NONE = Double.NaN;

  private static Finding finding(Kind kind, Finding.Figure... figures) {
    return new Finding(kind, Severity.SERIOUS, List.of(2), List.of(figures), Message.of("a"), Message.of("b"), List.of(), Optional.empty());
  }

  private static HealthStats.OfNode node(int id, double gradient, double silent) {
    return new HealthStats.OfNode(id, gradient, 1, 1, 1e-3, 1e-3, silent, silent, NONE, false);
  }

  private static final HealthStats VITALS = new HealthStats(
      60, 60, true, 1, new double[] {0.9, 0.8, 0.7}, 0.7, 0.1, 0.1, List.of(node(2, 1e-9, 0.5), node(3, NONE, NONE), node(4, 0.1, 1)),
      List.of(new HealthStats.OfSequence(2, new double[] {1e-8, 1e-4, 1})), List.<ClassCount>of(),
      List.of(epoch(1, 0.9, 0.8), epoch(2, 0.5, 0.9)), Optional.empty(), Optional.empty(), Optional.empty());

  private static EpochRecord epoch(int number, double train, double validation) {
    return new EpochRecord(number, 30L * number, new Metrics(train, NONE, NONE, NONE), new Metrics(validation, NONE, NONE, NONE), 0.1);
  }

  private static FindingChart chart(Finding finding) {
    return FindingChart.of(finding, VITALS, id -> "node_" + id).orElseThrow();
  }

  @Test
  void aVanishingGradientIsBarsByLayerOnALogAxis() {
    FindingChart chart = chart(finding(Kind.VANISHING));
    assertThat(chart.bars() && chart.log() && chart.gradients()).isTrue();
    assertThat(chart.rows().get(0)).containsExactly(1e-9, 0.1);
    assertThat(chart.names()).containsExactly("node_2", "node_4");
  }

  @Test
  void throughTimeEachTimeStepHasABar() {
    assertThat(chart(finding(Kind.VANISHING_THROUGH_TIME)).rows().get(0)).containsExactly(1e-8, 1e-4, 1);
  }

  @Test
  void overfittingIsTwoLinesOverTheEpochs() {
    FindingChart chart = chart(finding(Kind.OVERFITTING));
    assertThat(chart.bars()).isFalse();
    assertThat(chart.rows()).extracting(row -> row[1]).containsExactly(0.5, 0.9);
  }

  @Test
  void aRateIsSeenInTheLossOfTheLastSteps() {
    FindingChart chart = chart(finding(Kind.RATE_TOO_HIGH));
    assertThat(chart.rows().get(0)).containsExactly(0.9, 0.8, 0.7);
    assertThat(chart.names()).containsExactly("58", "60");
  }

  @Test
  void whatIsToldInOneSentenceHasNoPicture() {
    assertThat(FindingChart.of(finding(Kind.WRONG_LOSS), VITALS, id -> "")).isEmpty();
    assertThat(FindingChart.of(finding(Kind.IMBALANCE), VITALS, id -> "")).isEmpty();
  }

  @Test
  void aFewClassesHaveEachTheirName() {
    FindingChart two = chart(finding(Kind.IMBALANCE, examples("common", 342), examples("rare", 18)));
    assertThat(two.named()).isTrue();
    assertThat(two.names()).containsExactly("common", "rare");
    FindingChart many = chart(finding(Kind.BAD_SCALING, examples("a", 1), examples("b", 10), examples("c", 100), examples("d", 1000)));
    assertThat(many.named()).isFalse();
    assertThat(many.names()).as("the first and the last").containsExactly("a", "d");
  }

  private static Finding.Figure examples(String name, double count) {
    return new Finding.Figure(Message.of("doctor.figure.examples", name), count, false);
  }
}
