package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.generative.GeneratorEvaluator;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.layer.Add;
import studio.backprop.network.Network;
import studio.backprop.project.DataForm;
import studio.backprop.project.Project;
import studio.backprop.project.Readiness;
import studio.backprop.project.Supervised;
import studio.backprop.store.ProjectFile;
import studio.backprop.store.Saved;
import studio.backprop.train.Session;
import studio.backprop.train.metric.ModeCoverage;

/** A generator and a discriminator learn against each other. */
class GanSampleTest {
  private static final int MODES = 8;

  @ParameterizedTest
  @ValueSource(longs = {42, 1, 2, 3, 5})
  void theGeneratorCoversTheModesOfTheRing(long seed) throws Exception {
    Project project = GanSample.project().withTraining(training -> training.withSeed(seed));
    PreparedData data = PreparedData.load(project.data(), project.table(), Progress.NONE);
    try (Kernels kernels = KernelChoice.create(1)) {
      Session session = Session.unwatched(project, data, kernels, Session.initialParameters(project));
      ModeCoverage before = new GeneratorEvaluator(project, data, kernels, session.parameters()).coverage().orElseThrow();
      while (session.step()) {
        assertThat(session.loss()).isFinite();
      }
      ModeCoverage after = new GeneratorEvaluator(project, data, kernels, session.parameters()).coverage().orElseThrow();
      assertThat(before.covered()).isLessThan(2);
      assertThat(after.counts()).hasSize(MODES);
      assertThat(after.covered()).isGreaterThanOrEqualTo(MODES - 1);
      assertThat(after.share()).isGreaterThan(0.6);
      assertThat(session.steps()).isEqualTo(6000);
    }
  }

  @Test
  void isReadyForItsOwnKindOfTrainingOnly() throws Exception {
    Project project = GanSample.project();
    DataForm form = DataForm.of(PreparedData.load(project.data(), project.table(), Progress.NONE));
    assertThat(Readiness.problems(project, project.network().analyse(), form)).isEmpty();
    Project supervised = new Project(project.network(), new Supervised(project.data(), Optional.empty()), project.training());
    assertThat(Readiness.problems(supervised, supervised.network().analyse(), form)).extracting(problem -> problem.sentence().key())
        .contains("adversarial.only");
  }

  @Test
  void aFileInTheMidstOfAnEpochGoesOnAsTheRunDid(@TempDir Path folder) throws Exception {
    Project project = GanSample.project();
    PreparedData data = PreparedData.load(project.data(), project.table(), Progress.NONE);
    try (Kernels kernels = KernelChoice.create(1)) {
      Session straight = Session.unwatched(project, data, kernels, Session.initialParameters(project));
      for (int step = 0; step < 22; step++) {
        straight.step();
      }
      ProjectFile.write(folder.resolve("gan.backprop"), Saved.of(straight));
      Saved saved = ProjectFile.read(folder.resolve("gan.backprop")).saved();
      Session resumed = Session.unwatched(saved.project(), data, kernels, saved.parameters().orElseThrow());
      resumed.resume(saved.progressed().orElseThrow());
      for (int step = 0; step < 22; step++) {
        straight.step();
        resumed.step();
      }
      assertThat(resumed.parameters().sha256()).isEqualTo(straight.parameters().sha256());
    }
  }

  /** Each drawing is a valid network, and none is of two networks that can learn against each other. */
  @Test
  void whatIsNoGeneratorAndDiscriminatorIsRefusedWithASentence() throws Exception {
    Network whole = GanSample.project().network();
    Network oneInput = whole.remove(List.of(5)).unwire(4, 6).wire(1, 6).wire(4, 6);
    Network around = whole.add(new Add(), 0, 0).unwire(9, 10).wire(9, 12).wire(5, 12).wire(12, 10);
    for (Network drawn : List.of(oneInput, around)) {
      Project project = GanSample.project().withNetwork(network -> drawn);
      DataForm form = DataForm.of(PreparedData.load(project.data(), project.table(), Progress.NONE));
      assertThat(Readiness.problems(project, drawn.analyse(), form)).extracting(problem -> problem.sentence().key())
          .as("%s", drawn.analyse().problems()).isNotEmpty();
    }
  }

  @Test
  void anExampleIsNearOneModeAtMost() {
    float[] modes = {0, 0, 0.05f, 0};
    ModeCoverage coverage = ModeCoverage.of(modes, new float[] {0.01f, 0, 0.04f, 0, 3, 3}, 2);
    assertThat(coverage.counts()).containsExactly(1, 1);
    assertThat(coverage.share()).isEqualTo(2 / 3.0);
  }
}
