package studio.backprop.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.project.Project;
import studio.backprop.train.Session;
import studio.backprop.train.record.EpochRecord;
import studio.backprop.train.record.RunRecord;

/** Runs of agents in the run history: what they are judged by, and that a file keeps it. */
class AgentRunsTest {
  @TempDir private Path folder;

  private static RunRecord run(Project project, List<EpochRecord> epochs) {
    RunRecord like = Projects.tried(project, false);
    return new RunRecord(like.name(), like.projectName(), project, like.table(), like.adjustments(), like.begun(), like.steps(),
        like.seconds(), like.ending(), like.reason(), epochs, like.loss(), like.measure(), false);
  }

  @Test
  void anEpochOfAnAgentKnowsItsGreedyReturn() throws Exception {
    Project project = SampleProject.of("cliff").withTraining(training -> training.withEpochs(4));
    try (Kernels kernels = KernelChoice.create(1)) {
      PreparedData data = PreparedData.load(project.data(), project.table(), Progress.NONE);
      Session session = Session.unwatched(project, data, kernels, Session.initialParameters(project));
      while (session.step()) {
        assertThat(session.fault()).isEmpty();
      }
      assertThat(session.epochs()).hasSize(4).allMatch(EpochRecord::acts);
      Path file = folder.resolve("cliff.backprop");
      ProjectFile.write(file, Saved.of(session).with(List.of(run(project, session.epochs()))));
      Saved read = Projects.open(Files.readAllBytes(file)).saved();
      assertThat(read.runs().get(0).project().assignment()).isEqualTo(project.assignment());
      assertThat(read.runs().get(0).epochs()).isEqualTo(session.epochs());
      Session resumed = Session.unwatched(project, data, kernels, read.parameters().orElseThrow());
      resumed.resume(read.progressed().orElseThrow());
      assertThat(resumed.epochs()).isEqualTo(session.epochs());
    }
  }

  @Test
  void theLastOfTheEpochsThatActBestIsTheBest() {
    List<EpochRecord> all = Projects.tried(Projects.circles(), false).epochs();
    RunRecord acted = run(SampleProject.of("cliff"), List.of(all.get(0).withGreedy(-13), all.get(1).withGreedy(-17)));
    assertThat(acted.best().orElseThrow().epoch()).isEqualTo(1);
    assertThat(acted.greedy()).isEqualTo(-13);
    assertThat(acted.merit()).isEqualTo(-13);
    assertThat(run(Projects.circles(), all).merit()).isEqualTo(-0.5);
    RunRecord twice = run(SampleProject.of("cliff"), List.of(all.get(0).withGreedy(-13), all.get(1).withGreedy(-13)));
    assertThat(twice.best().orElseThrow().epoch()).isEqualTo(2);
  }

  /** A run that went on from a file of an earlier version knows how it acted only from then on. */
  @Test
  void whatIsKnownOfTheLastEpochsIsKept() throws Exception {
    List<EpochRecord> all = Projects.tried(Projects.circles(), false).epochs();
    RunRecord partly = run(SampleProject.of("cliff"), List.of(all.get(0), all.get(1).withGreedy(-17)));
    Path file = folder.resolve("partly.backprop");
    ProjectFile.write(file, Saved.of(partly.project()).with(List.of(partly)));
    RunRecord back = Projects.open(Files.readAllBytes(file)).saved().runs().get(0);
    assertThat(back.epochs().get(0).acts()).isFalse();
    assertThat(back.epochs().get(1).greedy()).isEqualTo(-17);
    assertThat(back.greedy()).isEqualTo(-17);
  }

  /** A file of an earlier version kept no greedy returns: neither a loss nor R² says how well an agent acts. */
  @Test
  void anAgentOfWhichNoReturnIsKnownIsNotJudgedByItsLoss() {
    RunRecord unknown = run(SampleProject.of("cliff"), Projects.tried(Projects.circles(), false).epochs());
    assertThat(unknown.acts()).isTrue();
    assertThat(unknown.best()).isEmpty();
    assertThat(unknown.greedy()).isNaN();
    assertThat(unknown.merit()).isNaN();
  }
}
