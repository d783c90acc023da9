package studio.backprop.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.plan.Parameter;
import studio.backprop.project.Project;
import studio.backprop.train.Session;
import studio.backprop.train.SessionTest;
import studio.backprop.train.metric.Metric;
import studio.backprop.train.metric.Quantity;
import studio.backprop.train.metric.Quantity.GradientNorm;
import studio.backprop.train.metric.Quantity.Over;
import studio.backprop.train.metric.Quantity.Score;
import studio.backprop.train.metric.Quantity.WeightNorm;

class SessionViewTest {
  @Test
  void everyQuantityIsReadUnderTheNameThatItSays() throws Exception {
    for (Quantity quantity : view(0).quantities()) {
      assertThat(Quantity.parse(quantity.name())).as(quantity.name()).contains(quantity);
    }
    assertThat(view(0).quantities()).contains(
        new Score(Over.VALIDATION, Metric.ACCURACY), Quantity.RATE, new GradientNorm("dense_1", "weight"),
        new WeightNorm("dense_2", "bias"));
    for (String none : List.of("", "loss", "batch", "batch.", "batch.lossy", "node(\"a\").weight", "node().weight.norm", "rate")) {
      assertThat(Quantity.parse(none)).as(none).isEmpty();
    }
  }

  @Test
  void beforeTheFirstStepOnlyTheRestingFiguresAreKnown() throws Exception {
    SessionView view = view(0);
    assertThat(new Score(Over.BATCH, Metric.LOSS).read(view)).isEmpty();
    assertThat(new Score(Over.EPOCH, Metric.LOSS).read(view)).isEmpty();
    assertThat(new GradientNorm("dense_1", "weight").read(view)).isEmpty();
    assertThat(Quantity.RATE.read(view)).isEmpty();
    assertThat(new WeightNorm("dense_1", "weight").read(view)).isPresent();
    assertThat(new Score(Over.TRAIN, Metric.LOSS).read(view)).hasValue(view.session().evaluate(Part.TRAIN).loss());
  }

  @Test
  void afterAnEpochEachFigureIsTheSessionsOwn() throws Exception {
    SessionView view = view(Integer.MAX_VALUE);
    Session session = view.session();
    assertThat(new Score(Over.BATCH, Metric.LOSS).read(view)).hasValue(session.loss());
    assertThat(new Score(Over.BATCH, Metric.ACCURACY).read(view)).hasValue(session.measure());
    assertThat(new Score(Over.BATCH, Metric.R2).read(view)).isEmpty();
    double trained = session.epochs().get(session.epochs().size() - 1).train().accuracy();
    assertThat(new Score(Over.EPOCH, Metric.ACCURACY).read(view)).hasValue(trained);
    assertThat(Quantity.RATE.read(view)).hasValue(session.takenRate());
    Parameter last = session.parameters().find(session.project().network().named("dense_2").orElseThrow().id(), "bias").orElseThrow();
    assertThat(new WeightNorm("dense_2", "bias").read(view).orElseThrow()).isCloseTo(norm(last.tensor().values()), within(1e-6));
    assertThat(new GradientNorm("dense_2", "bias").read(view).orElseThrow()).isCloseTo(norm(last.tensor().grads()), within(1e-6));
    assertThat(new GradientNorm("dense_9", "bias").read(view)).isEmpty();
  }

  private static double norm(float[] numbers) {
    double squares = 0;
    for (float number : numbers) {
      squares += (double) number * number;
    }
    return Math.sqrt(squares);
  }

  private static SessionView view(int steps) throws Exception {
    Project project = SessionTest.circles();
    PreparedData data = PreparedData.load(project.data(), project.table(), Progress.NONE);
    Session session = new Session(project, data, KernelChoice.create(1), Session.initialParameters(project));
    for (int step = 0; step < steps && session.step(); step++) {}
    return new SessionView(session);
  }
}
