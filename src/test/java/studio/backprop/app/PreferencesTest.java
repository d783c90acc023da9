package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferencesTest {
  private static final int MANY = 60;

  @TempDir
  private Path folder;

  @Test
  void ofWhatTwoThreadsAddNothingIsLost() throws Exception {
    Preferences preferences = new Preferences(folder.resolve("window.properties"));
    List<Thread> threads = IntStream.range(0, 4).mapToObj(place -> new Thread(() -> {
      for (int i = 0; i < MANY; i++) {
        LessonLibrary.list(preferences, folder.resolve(place + "-" + i));
      }
    })).toList();
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(preferences.text("lesson_folders").orElseThrow().lines()).hasSize(4 * MANY);
    assertThat(new Preferences(folder.resolve("window.properties")).text("lesson_folders").orElseThrow().lines()).hasSize(4 * MANY);
  }

  @Test
  void whatIsSupposedForOneProcessIsNotRemembered() {
    Path file = folder.resolve("window.properties");
    Preferences before = new Preferences(file);
    before.set("language", "en");
    before.save();
    Preferences preferences = new Preferences(file);
    preferences.suppose("language", "zh");
    assertThat(preferences.text("language")).contains("zh");
    preferences.set("language", "zh"); // the window closes as it was opened
    preferences.save();
    assertThat(new Preferences(file).text("language")).contains("en");
    preferences.set("language", "de"); // a person has chosen
    preferences.save();
    assertThat(preferences.text("language")).contains("de");
    assertThat(new Preferences(file).text("language")).contains("de");
  }
}
