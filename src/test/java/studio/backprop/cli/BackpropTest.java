package studio.backprop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.backprop.cli.Ran.backprop;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.backprop.store.Sample;

class BackpropTest {
  @Test
  void withoutArgumentsTheWindowOpens() {
    assertThat(backprop().opened()).contains(Path.of(""));
  }

  @Test
  void aProjectAloneOpensInTheWindow() {
    assertThat(backprop("my net.backprop").opened()).contains(Path.of("my net.backprop"));
  }

  @Test
  void commandsOpenNoWindow() {
    assertThat(backprop("samples").opened()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "new", "train", "info", "predict", "samples", "bench", "bench window", "bench lesson"})
  void everyCommandHasHelpInBothLanguages(String command) {
    for (String language : new String[] {"en", "zh"}) {
      Ran ran = backprop((command + " --lang " + language + " --help").strip().split(" "));
      assertThat(ran.code()).isZero();
      assertThat(ran.err()).isEmpty();
      assertThat(ran.out()).contains(language.equals("en") ? "Usage: backprop" : "用法：backprop");
      assertThat(ran.out()).contains(language.equals("en") ? "Show this help" : "显示本帮助");
    }
  }

  @Test
  void whereACommandIsNamedFirstTheOthersAreNotDescribed() {
    assertThat(described("lesson", "first-neuron", "--present")).containsExactly("lesson");
    assertThat(described("bench", "window")).containsExactly("bench");
    assertThat(described("--help")).hasSize(18);
    assertThat(described("lesso", "first-neuron")).as("all that could have been meant").hasSize(18);
  }

  private static Set<String> described(String... args) {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    Terminal terminal = new Terminal(
        StandardOutput.to(OutputStream.nullOutputStream(), StandardCharsets.UTF_8), nowhere, false,
        Backprop.language(List.of(), Locale.ENGLISH));
    return Backprop.commandLine(terminal, null, Optional.empty(), args).getSubcommands().keySet();
  }

  @Test
  void theVersionNamesProgramAndJava() {
    assertThat(backprop("--version").out()).startsWith("Backprop Studio").contains("Java ");
  }

  @Test
  void wrongUsageIsOneSentenceAndExitCodeTwo() {
    assertThat(backprop("train").err()).isEqualTo("backprop train needs PROJECT: see backprop train --help.\n");
    assertThat(backprop("train", "iris", "--epochs").err()).startsWith("backprop train needs --epochs:");
    assertThat(backprop("train", "iris", "--epochs", "many").err()).startsWith("“many” cannot be --epochs:");
    assertThat(backprop("samples", "all").err()).startsWith("backprop samples does not know “all”:");
    assertThat(backprop("train", "iris", "--fast").code()).isEqualTo(2);
    assertThat(backprop("samples", "--lang", "fr").code()).isEqualTo(2);
  }

  @Test
  void mistakesAreSaidInTheAskedLanguage() {
    assertThat(backprop("train", "--lang", "zh").err()).isEqualTo("backprop train 还需要 PROJECT：参见 backprop train --help。\n");
    assertThat(backprop("info", "nothing", "--lang=zh").err()).contains("没有名为“nothing”的项目文件或示例");
  }

  @Test
  void samplesAreListedWithALineEach() {
    assertThat(backprop("samples").out().lines()).hasSize(Sample.all().size()).first().asString()
        .matches(line -> line.matches("circles +The first network.*"));
  }
}
