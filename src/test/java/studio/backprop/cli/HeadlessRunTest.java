package studio.backprop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadlessRunTest {
  @TempDir private Path folder;

  @Test
  void withoutADisplayASampleIsTrainedAndLeftInAFolderThatIsNamed() throws Exception {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream err = new PrintStream(said, true, StandardCharsets.UTF_8);
    Terminal terminal = Ran.terminal(err);
    OutFolder run = new OutFolder(terminal, folder.resolve("run"), "circles");
    int code = HeadlessRun.run(terminal, new Trainings(Optional.of(folder.resolve("user"))), Loaded.of("circles", terminal), run);
    assertThat(code).isZero();
    String text = said.toString(StandardCharsets.UTF_8);
    assertThat(text.lines().toList().get(0)).startsWith("There is no display").endsWith(run.path() + ".");
    assertThat(text).contains("epoch 10/10 ████████████████████").endsWith("Saved to " + run.path() + ".\n");
    for (String file : new String[] {"circles.backprop", "metrics.csv", "loss.png", "accuracy.png", "gradients.png"}) {
      assertThat(run.path().resolve(file)).isNotEmptyFile();
    }
  }

  @Test
  void theFirstCtrlCOnlyAsksForAStop() {
    try (Interrupt interrupt = Interrupt.watched()) {
      assertThat(interrupt.requested()).isFalse();
      interrupt.request(2);
      assertThat(interrupt.requested()).isTrue();
    }
  }
}
