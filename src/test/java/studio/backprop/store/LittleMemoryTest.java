package studio.backprop.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backprop.text.Message;
import studio.backprop.text.Texts;

/** A project for which there is not enough memory is not called damaged: its owner would throw it away. */
class LittleMemoryTest {
  private static void assertMemory(StoreProblem problem) {
    assertThat(problem).isNotNull();
    assertThat(problem.sentence().args().get(1)).isInstanceOfSatisfying(Message.class,
        why -> assertThat(why.key()).isEqualTo("store.memory"));
    for (Texts texts : Texts.all()) {
      assertThat(texts.say(problem.sentence())).contains("my.backprop", "BACKPROP_OPTS=-Xmx2g");
    }
  }

  @Test
  void memoryThatRunsOutWhileReadingIsSaid() {
    InputStream heavy = new InputStream() {
      @Override
      public int read() {
        throw new OutOfMemoryError("for the test");
      }
    };
    assertMemory(catchThrowableOfType(StoreProblem.class, () -> ProjectFile.read("my.backprop", heavy)));
  }

  /** The table is refused before its cells are made, as each takes far more than the character that it is here. */
  @Test
  void aTableOfMoreCellsThanThereIsMemoryForIsNotDamaged(@TempDir Path folder) throws Exception {
    byte[] file = Projects.bytes(folder, Projects.trained(Projects.circles(), 0));
    Map<String, byte[]> entries = Projects.unzip(file);
    String json = new String(entries.get(Section.PROJECT.file()), StandardCharsets.UTF_8);
    entries.put(Section.PROJECT.file(), json.replaceFirst("\\{", "{\"table\":\"big.csv\",").getBytes(StandardCharsets.UTF_8));
    int lines = Math.toIntExact(Runtime.getRuntime().maxMemory() / 200 / 10_000) + 1;
    entries.put(Section.TABLE.file(), (",".repeat(9_999) + "\n").repeat(lines).getBytes(StandardCharsets.UTF_8));
    byte[] big = Projects.zip(entries);
    assertMemory(catchThrowableOfType(StoreProblem.class, () -> Projects.open(big)));
  }
}
