package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The start script, with a Java that only says how it was called. */
@EnabledOnOs(OS.LINUX)
class StartScriptTest {
  @TempDir private Path folder;

  @BeforeEach
  void makeJava() throws Exception {
    Path java = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\necho \"LC_ALL=$LC_ALL $*\"\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
  }

  private String started(Map<String, String> locale) throws Exception {
    ProcessBuilder script = new ProcessBuilder("sh", "src/main/scripts/backprop", "samples");
    script.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.startsWith("LANG"));
    script.environment().putAll(locale);
    script.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
    return new String(script.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void whereTheLocaleKnowsOnlyAsciiAnotherOneTakesItsPlace() throws Exception {
    for (Map<String, String> poor : java.util.List.<Map<String, String>>of(
        Map.of(), Map.of("LC_ALL", "C"), Map.of("LC_ALL", "POSIX"), Map.of("LANG", "xx_XX.UTF-8"), Map.of("LC_ALL", "xx_XX.UTF-8"),
        Map.of("LC_CTYPE", "UTF-8"))) {
      assertThat(started(poor)).as(poor.toString()).startsWith("LC_ALL=C.UTF-8 ").doesNotContain("user.language")
          .endsWith("studio.backprop.app.Launcher samples\n");
    }
  }

  @Test
  void aLocaleThatIsThereStays() throws Exception {
    assertThat(started(Map.of("LANG", "C.UTF-8"))).startsWith("LC_ALL= ");
  }

  @Test
  void whoeverAskedForChineseGetsItWhereTheLocaleIsMissing() throws Exception {
    assertThat(started(Map.of("LANG", "zh_XX.UTF-8"))).startsWith("LC_ALL=C.UTF-8 ").contains(" -Duser.language=zh ");
  }
}
