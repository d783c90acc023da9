package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.lesson.read.ReadLesson;
import studio.backprop.ui.lesson.LessonModel;
import studio.backprop.ui.lesson.Phase;

/** Before a class, no letter that is seen of a lesson is smaller than 24 px. */
class PresentedLettersTest {
  private static final double LEAST = 24;

  private StudioWindow window;
  private LessonModel lesson;

  @AfterEach
  void close() throws TimeoutException {
    window.close();
  }

  @Test
  void walk() throws TimeoutException {
    List<String> small = new ArrayList<>();
    String[] size = System.getProperty("size", "1280x720").split("x");
    for (String one : System.getProperty("steps", "first-neuron").split(",")) {
      String id = one.split(":")[0];
      LessonFolder folder = LessonFolder.bundled(id);
      window = StudioWindow.showLesson(Double.parseDouble(size[0]), Double.parseDouble(size[1]),
          new LessonStart(folder, ReadLesson.of(folder, List.of()).lessons(), 0, LessonModel.Record.NONE));
      lesson = window.lesson();
      window.press("present");
      List<Integer> steps = new ArrayList<>();
      if (one.contains(":")) {
        steps.add(Integer.parseInt(one.split(":")[1]));
      } else {
        for (int i = 0; i < lesson.lesson().steps().size(); i++) {
          steps.add(i);
        }
      }
      for (int step : steps) {
        if (lesson.stepProperty().get() != step) {
          window.onScreen(() -> {
            lesson.begin(step);
            return null;
          });
        }
        window.until("step " + step + " of " + id, () -> lesson.stepProperty().get() == step
            && (lesson.phase() == Phase.ASKING || lesson.phase() == Phase.READING));
        int slide = 0;
        while (lesson.stepProperty().get() == step && !lesson.endedProperty().get() && slide < 12) {
          window.nextFrames();
          String place = id + " " + (step + 1) + "." + slide;
          List<String> found = window.onScreen(() -> LayoutFaults.smaller(window.find(".presenter"), LEAST));
          new TreeSet<>(found).forEach(line -> small.add(place + " " + line));
          if (System.getProperty("pictures") != null) {
            StudioWindow.save(window.photograph(), Path.of(System.getProperty("pictures"), id + "-" + (step + 1) + "-" + slide + ".png"));
          }
          window.key(KeyCode.PAGE_DOWN);
          window.until("rest", () -> lesson.phase() != Phase.REVEALING && lesson.phase() != Phase.PREPARING || lesson.endedProperty().get());
          slide++;
        }
      }
      window.close();
    }
    small.forEach(System.out::println);
    assertThat(small).isEmpty();
  }
}
