package studio.backprop.ui.workspace.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.backprop.data.Part;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.layer.Input;
import studio.backprop.observe.Example;
import studio.backprop.observe.HistogramLog;
import studio.backprop.observe.Snapshot;
import studio.backprop.project.Project;
import studio.backprop.run.Trainer;
import studio.backprop.store.SampleProject;
import studio.backprop.train.Session;
import studio.backprop.train.metric.Metrics;
import studio.backprop.ui.kit.ManualPulse;
import studio.backprop.ui.workspace.document.DocumentModel;

/** Whatever a view is drawn from, at a past step it is what a fresh run shows that was stopped there. */
class PastSourcesTest {
  private static final long PAST = 23;
  private static final long STEPS = 41;

  private final Desk far = new Desk();
  private final Desk fresh = new Desk();

  /** A window's models, without a window. */
  private static final class Desk {
    private final ManualPulse pulse = new ManualPulse();
    private final DocumentModel document = new DocumentModel();
    private final Trainer trainer = new Trainer(KernelChoice.create(1));
    private final RunModel run = new RunModel(document, trainer, pulse);
    private final PredictionRequests questions = new PredictionRequests(run, pulse, "test", 0);

    void train(String sample, long steps) throws Exception {
      Project project = SampleProject.of(sample);
      run.files().open(() -> document.open(project, sample, Optional.empty()), Optional.empty(), Optional.empty());
      pulse.until(() -> run.snapshot().isPresent());
      run.observation().chooseExample(new Example(Part.VALIDATION, 3));
      run.observation().lookInto(OptionalInt.of(inside()));
      trainer.playSteps(steps);
      stands(steps);
    }

    private int inside() {
      return document.network().nodes().stream().filter(node -> !(node.layer() instanceof Input)).findFirst().orElseThrow().id();
    }

    void stands(long step) {
      pulse.until(() -> !run.playing() && run.snapshot().filter(seen -> seen.step() == step && seen.inside().isPresent()).isPresent());
    }

    Metrics scores() {
      AtomicReference<Metrics> said = new AtomicReference<>();
      pulse.until(questions::free);
      questions.ask(replica -> replica.score(Part.VALIDATION, plan -> {}), said::set);
      pulse.until(() -> said.get() != null);
      return said.get();
    }

    <T> T ask(java.util.function.Function<Session, T> question) {
      return run.past().ask(question).join().orElseThrow();
    }

    void close() {
      questions.close();
      run.close();
    }
  }

  @AfterEach
  void close() {
    far.close();
    fresh.close();
  }

  @ParameterizedTest
  @CsvSource({"circles", "digits-cnn", "names-lstm"})
  void everySourceOfAViewShowsThePastAsAFreshRunDoes(String sample) throws Exception {
    far.train(sample, STEPS);
    fresh.train(sample, PAST);
    far.run.past().goTo(PAST);
    far.stands(PAST);
    same(far.run.snapshot().orElseThrow(), fresh.run.snapshot().orElseThrow());
    assertThat(far.scores()).as("answers to questions").isEqualTo(fresh.scores());
    assertThat(far.<String>ask(session -> session.parameters().sha256()))
        .isEqualTo(fresh.<String>ask(session -> session.parameters().sha256()));
    int[] rows = fresh.ask(session -> session.nextStep().rows());
    assertThat(far.<int[]>ask(session -> session.nextStep().rows())).as("what the debugger looks at").isEqualTo(rows);
    assertThat(far.ask(HistogramLog::now)).usingRecursiveComparison().isEqualTo(fresh.ask(HistogramLog::now));
    for (int norm = 0; norm < fresh.run.runProperty().get().norms(); norm++) {
      assertThat(norms(far.run, norm)).isEqualTo(norms(fresh.run, norm));
    }
    assertThat(far.run.history().loss().smoothedAt(PAST)).isEqualTo(fresh.run.history().loss().smoothed());
  }

  private static float[] norms(RunModel run, int norm) {
    float[] room = new float[RecentValues.COUNT];
    return Arrays.copyOf(room, run.recentGradientNorms(norm, room));
  }

  private static void same(Snapshot past, Snapshot fresh) {
    assertThat(past.loss()).isEqualTo(fresh.loss());
    assertThat(past.measure()).isEqualTo(fresh.measure());
    assertThat(past.rate()).isEqualTo(fresh.rate());
    assertThat(List.of(past.epoch(), past.batch())).isEqualTo(List.of(fresh.epoch(), fresh.batch()));
    for (int p = 0; p < fresh.parameters().size(); p++) {
      assertThat(past.values(p)).isEqualTo(fresh.values(p));
      assertThat(past.grads(p)).isEqualTo(fresh.grads(p));
      assertThat(past.gradNorm(p)).isEqualTo(fresh.gradNorm(p));
      assertThat(past.updateRatio(p)).isEqualTo(fresh.updateRatio(p));
    }
    assertThat(past.activations().example()).isEqualTo(fresh.activations().example());
    assertThat(past.inside().orElseThrow()).usingRecursiveComparison().isEqualTo(fresh.inside().orElseThrow());
  }
}
