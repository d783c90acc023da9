package studio.backprop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Whether we speak as the script does, by a shell script in its place: nobody needs Python for these tests. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class PyTorchTest {
  /** Ten times as many steps on each further thread. */
  private static final String ANSWERING = """
      printf 'ready\\t9.9\\ttiny\\tmlp\\n'
      while read -r name seconds; do
        if [ "$name" = mlp ]; then echo 'out of memory'; else echo "${2}0.5"; fi
      done
      """;

  @TempDir private Path folder;

  private String python(String script) throws IOException {
    Path file = folder.resolve("python");
    Files.writeString(file, "#!/bin/sh\n" + script);
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file.toString();
  }

  private static String sentence(Failure failure) {
    return Ran.terminal(System.err).say(failure.sentence());
  }

  @Test
  void eachNumberOfThreadsHasAProcessOfItsOwn() throws Exception {
    try (PyTorch pyTorch = PyTorch.start(python(ANSWERING), List.of(1, 2))) {
      assertThat(pyTorch.version()).isEqualTo("9.9");
      assertThat(pyTorch.knows("tiny")).isTrue();
      assertThat(pyTorch.knows("gemm-512")).isFalse();
      pyTorch.warmUp("tiny");
      assertThat(pyTorch.perSecond("tiny", 1, 0.1)).isEqualTo(10.5);
      assertThat(pyTorch.perSecond("tiny", 2, 0.1)).isEqualTo(20.5);
    }
  }

  @Test
  void itTakesTurnsWithUs() throws Exception {
    try (PyTorch pyTorch = PyTorch.start(python(ANSWERING), List.of(1))) {
      MeasuringTurns turns = new MeasuringTurns(List.of(1), 0.01, Optional.of(pyTorch));
      MeasuredSpeed tiny = turns.take(Measurements.named(List.of("tiny")).get(0)).get(0);
      assertThat(tiny.others()).hasSameSizeAs(tiny.windows()).containsOnly(10.5);
      assertThat(turns.take(Measurements.named(List.of("fma-peak")).get(0)).get(0).others()).isEmpty();
    }
  }

  @Test
  void anAnswerThatIsNoNumberIsSaid() throws Exception {
    String python = python(ANSWERING);
    try (PyTorch pyTorch = PyTorch.start(python, List.of(1))) {
      assertThatThrownBy(() -> pyTorch.perSecond("mlp", 1, 1)).isInstanceOfSatisfying(Failure.class, problem ->
          assertThat(sentence(problem)).isEqualTo(
              "“" + python + "” could not train “mlp” with PyTorch: out of memory. Leave out “mlp”, or measure without --compare."));
    }
  }

  @Test
  void withoutPyTorchItIsSaidHowToGetIt() throws IOException {
    String python = python("exit 1\n");
    assertThatThrownBy(() -> PyTorch.start(python, List.of(1))).isInstanceOfSatisfying(Failure.class, problem ->
        assertThat(sentence(problem)).isEqualTo("“" + python + "” has no PyTorch: install it with " + python
            + " -m pip install torch, or set BACKPROP_PYTHON to the Python that has it."));
  }

  @Test
  void withoutPythonItIsSaidHowToNameOne() {
    assertThatThrownBy(() -> PyTorch.start("no-such-python", List.of(1))).isInstanceOfSatisfying(Failure.class,
        failure -> assertThat(sentence(failure)).startsWith("Python cannot be started as “no-such-python”: ").contains("BACKPROP_PYTHON"));
  }

  /** The script of the package knows what we measure. */
  @Test
  void theScriptHasEveryWorkload() throws IOException {
    String script = Files.readString(Path.of("resources/bench/pytorch.py"));
    assertThat(Workloads.all()).allSatisfy(workload -> assertThat(script).contains("'" + workload.name() + "'"));
  }
}
