package studio.backprop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import studio.backprop.project.Project;

class ThreadsTest {
  private static Project sample(String name) throws Exception {
    return Loaded.of(name, Ran.terminal(System.err)).project();
  }

  @Test
  void shortStepsAreNotShared() throws Exception {
    assertThat(Threads.suited(sample("circles"))).isEqualTo(1);
    assertThat(Threads.suited(sample("digits-cnn"))).isEqualTo(1);
  }

  @Test
  void longStepsTakeAllCores() throws Exception {
    assertThat(Threads.suited(sample("mnist-lenet5"))).isEqualTo(Runtime.getRuntime().availableProcessors());
  }
}
