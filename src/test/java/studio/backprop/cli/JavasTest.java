package studio.backprop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static studio.backprop.cli.Ran.backprop;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class JavasTest {
  private static Javas shell(int count, String script) {
    return Javas.of(count, List.of("sh", "-c", script));
  }

  @Test
  void eachJavaMeasuresByItselfAndAllSharesAreShown() {
    assumeThat(JavasTest.class.getClassLoader()).as("some runners of tests have a class path of their own")
        .isSameAs(ClassLoader.getSystemClassLoader());
    Ran ran = backprop("bench", "fma-peak", "--seconds", "0.01", "--javas", "2");
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out()).matches("# .+\n# name\tfigure\tpeak-%\tthreads\tpeak\tworst-%\tall-%\n"
        + "fma-peak\t[0-9.]+\t[0-9]+\t1\t[0-9.]+-[0-9.]+\t[0-9]+\t[0-9]+ [0-9]+\n");
  }

  @Test
  void theirNumberIsChecked() {
    assertThat(backprop("bench", "tiny", "--javas", "0").err()).isEqualTo("The number of Javas must be from 1 to 100, but was 0.\n");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void linesAreHeardOneJavaAfterTheOther() throws Failure {
    List<String> heard = new ArrayList<>();
    assertThat(shell(2, "echo one; echo noise >&2; echo two").run((java, line) -> heard.add(java + line))).isTrue();
    assertThat(heard).containsExactly("1one", "1two", "2one", "2two");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aJavaThatFailsSaysWhyAndNoOtherIsStarted() {
    List<String> heard = new ArrayList<>();
    Javas failing = shell(3, "echo one; echo WARNING >&2; echo No memory. >&2; exit 3");
    assertThatThrownBy(() -> failing.run((java, line) -> heard.add(java + line)))
        .isInstanceOfSatisfying(Failure.class, failure -> assertThat(Ran.terminal(System.err).say(failure.sentence()))
            .isEqualTo("Java 1 of 3 ended with exit code 3: No memory. To see more, measure without --javas."));
    assertThat(heard).containsExactly("1one");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void anInterruptedJavaEndsAllOfThem() throws Failure {
    assertThat(shell(3, "exit 130").run((java, line) -> { })).isFalse();
  }

  @Test
  void whatCannotBeStartedIsNamed() {
    assertThatThrownBy(() -> Javas.of(1, List.of("no-such-java")).run((java, line) -> { })).isInstanceOfSatisfying(Failure.class,
        failure -> assertThat(Ran.terminal(System.err).say(failure.sentence())).startsWith("“no-such-java” cannot be started: "));
  }
}
