package studio.backprop.ui.window.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.generative.RoundLog.Count;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.project.FirstGan;
import studio.backprop.project.Neuron;
import studio.backprop.project.Project;
import studio.backprop.store.ProjectFile;
import studio.backprop.store.RoundRows;
import studio.backprop.store.Saved;
import studio.backprop.store.StepRows;
import studio.backprop.text.Message;
import studio.backprop.train.Session;
import studio.backprop.ui.kit.ManualPulse;

class RecentModelTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final ManualPulse pulse = new ManualPulse();
  private final RecentModel recent = new RecentModel(List.of(), pulse);

  @TempDir Path folder;

  @Test
  void theProjectThatWasOpenedLastComesFirstAndNoneComesTwice() {
    for (int i = 0; i < 12; i++) {
      recent.remember(folder.resolve(i + ".backprop"), NOON);
    }
    recent.remember(folder.resolve("8.backprop"), NOON.plusSeconds(1));
    assertThat(recent.projects()).hasSize(RecentModel.MOST).first()
        .isEqualTo(RecentProject.unread(folder.resolve("8.backprop"), NOON.plusSeconds(1)));
    recent.forget(folder.resolve("8.backprop"));
    assertThat(recent.projects()).extracting(project -> project.file().getFileName().toString()).startsWith("11.backprop")
        .doesNotContain("8.backprop");
  }

  @Test
  @Timeout(value = 20, unit = TimeUnit.SECONDS)
  void aFileThatIsGoneOrDamagedKeepsItsRowWithTheReason() throws Exception {
    Path good = folder.resolve("neuron.backprop");
    ProjectFile.write(good, Saved.of(Neuron.project()));
    Path damaged = Files.writeString(folder.resolve("damaged.backprop"), "no project");
    recent.remember(folder.resolve("gone.backprop"), NOON);
    recent.remember(damaged, NOON);
    recent.remember(good, NOON);
    recent.look();
    pulse.until(() -> recent.projects().stream().allMatch(project -> project.line().isPresent() || project.problem().isPresent()));
    assertThat(recent.projects().get(0).line()).contains(Message.of("start.line.dense", "2–1"));
    assertThat(recent.projects().get(1).problem()).isPresent();
    assertThat(recent.projects().get(2).problem()).contains(Message.of("start.recent.gone"));
  }

  @Test
  void aGanIsToldByTheModesItCoversAndNotByHowOftenDIsRight() throws Exception {
    Project ring = FirstGan.of(Project.EMPTY);
    PreparedData data = PreparedData.load(ring.data(), ring.table(), Progress.NONE);
    try (Kernels kernels = KernelChoice.create(1)) {
      Session session = Session.unwatched(ring, data, kernels, Session.initialParameters(ring));
      while (session.epoch() < 1) {
        session.step();
      }
      Saved trained = Saved.of(session);
      Message kind = ProjectLine.of(ring.network());
      assertThat(ProjectLine.of(Saved.of(ring))).isEqualTo(kind);
      assertThat(ProjectLine.of(trained)).isEqualTo(Message.of("start.line.rounds", kind, 15L));
      RoundRows counted = new RoundRows(
          List.of(), Double.NaN, new TreeMap<>(Map.of(0L, new Count(0, 8, 0.01), 100L, new Count(5, 8, 0.5))));
      assertThat(ProjectLine.of(trained.with(ring, StepRows.NONE.with(counted)))).isEqualTo(Message.of("start.line.modes", kind, 5, 8));
    }
  }
}
