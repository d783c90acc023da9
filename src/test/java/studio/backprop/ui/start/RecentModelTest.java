package studio.backprop.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studio.backprop.project.Neuron;
import studio.backprop.store.ProjectFile;
import studio.backprop.store.Saved;
import studio.backprop.text.Message;
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
}
