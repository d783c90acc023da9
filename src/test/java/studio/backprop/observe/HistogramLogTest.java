package studio.backprop.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.observe.HistogramSnapshot.Kind;
import studio.backprop.project.Project;
import studio.backprop.train.Session;
import studio.backprop.train.SessionTest;

class HistogramLogTest {
  /** Counting takes no time. */
  private final HistogramLog histogramLog = new HistogramLog(() -> 0);

  private static Session session() throws Exception {
    Project project = SessionTest.circles().withTraining(training -> training.withEpochs(1000));
    PreparedData data = PreparedData.load(project.data(), project.table(), Progress.NONE);
    return new Session(project, data, KernelChoice.create(1), Session.initialParameters(project));
  }

  private static List<Long> steps(List<HistogramSnapshot> kept) {
    return kept.stream().map(HistogramSnapshot::step).toList();
  }

  @Test
  void stepsTakenSinglyAreAllRemembered() throws Exception {
    Session session = session();
    histogramLog.record(session, 0, true);
    assertThat(histogramLog.recent()).isEmpty();
    for (int i = 0; i < 3; i++) {
      session.step();
      histogramLog.record(session, i, true);
      histogramLog.record(session, i, true);
    }
    assertThat(steps(histogramLog.recent())).containsExactly(1L, 2L, 3L);
  }

  @Test
  void ofALongRunTheNewestAndAFewOfAllTimeAreKept() throws Exception {
    Session session = session();
    for (int i = 0; i < 1000; i++) {
      session.step();
      histogramLog.record(session, i * 50_000_000L, false);
    }
    assertThat(histogramLog.recent()).hasSize(HistogramLog.COUNT);
    List<Long> all = steps(histogramLog.all());
    assertThat(all).hasSizeBetween(HistogramLog.COUNT, 2 * HistogramLog.COUNT).startsWith(1L).isSorted();
    assertThat(all.get(all.size() - 1)).isGreaterThan(990);
  }

  @Test
  void everyNumberOfTheStepIsCounted() throws Exception {
    Session session = session();
    session.step();
    histogramLog.record(session, 0, true);
    HistogramSnapshot moment = histogramLog.recent().get(0);
    var weights = session.parameters().learned().get(0);
    Histogram spread = moment.spread(Kind.WEIGHTS, weights.node()).orElseThrow();
    assertThat(spread.total()).isEqualTo(weights.tensor().count());
    assertThat(moment.spread(Kind.GRADIENTS, weights.node()).orElseThrow().total()).isEqualTo(weights.tensor().count());
    assertThat(moment.spread(Kind.ACTIVATIONS, weights.node()).orElseThrow().total())
        .isEqualTo(session.plan().output(weights.node()).orElseThrow().count());
  }

  @Test
  void binsHoldTheNumbersBetweenTheirEdges() {
    Histogram spread = Histogram.of(new float[] {-1, -1, 0, 3, Float.NaN, Float.POSITIVE_INFINITY});
    assertThat(spread.least()).isEqualTo(-1);
    assertThat(spread.most()).isEqualTo(3);
    assertThat(spread.total()).isEqualTo(4);
    assertThat(spread.count(0)).isEqualTo(2);
    assertThat(spread.count(Histogram.BINS / 4 - 1) + spread.count(Histogram.BINS / 4)).isEqualTo(1);
    assertThat(spread.count(Histogram.BINS - 1)).isEqualTo(1);
    assertThat(spread.edge(Histogram.BINS)).isEqualTo(3);
    assertThat(spread.quantile(0.005)).isEqualTo(-1);
    assertThat(spread.quantile(0.995)).isEqualTo(3);
    assertThat(Histogram.of(new float[] {2, 2}).count(0)).isEqualTo(2);
  }
}
