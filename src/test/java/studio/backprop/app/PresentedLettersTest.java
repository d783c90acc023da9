package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backprop.lesson.check.LessonView;
import studio.backprop.lesson.read.Curriculum;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.lesson.read.ReadLesson;
import studio.backprop.text.Texts;
import studio.backprop.ui.learn.lesson.AnswerKeeper;
import studio.backprop.ui.learn.lesson.LessonModel;
import studio.backprop.ui.learn.lesson.Phase;

/** Before a class, no letter that is seen of a lesson is smaller than 24 px. A clicker's one key leads through all that a step shows. */
class PresentedLettersTest {
  private static final double LEAST = 24;
  /** More slides than a step has. */
  private static final int MOST = 12;

  private StudioWindow window;
  private LessonModel lesson;
  private final Set<String> small = new TreeSet<>();

  /**
   * Some steps stand for all, which take minutes: text, sliders, network, plots, a node from inside, the analyser, lanes; on a small screen
   * in English and on a large one in Chinese. {@code -Dlessons=all} walks all steps of each lesson, {@code -Dlessons=xor,loss} of some,
   * {@code -Dlessons=xor:3} goes to one, from 0, {@code -Dlessons=xor+} is large. With {@code -Dpictures=folder} each slide is kept.
   */
  static List<String> places() {
    String wanted = System.getProperty("lessons", "first-neuron:0,convolution:0,vanishing:2,first-network:0,learning-rate:0+");
    return wanted.equals("all") ? Curriculum.bundled().ids() : List.of(wanted.split(","));
  }

  @AfterEach
  void close() throws TimeoutException {
    window.close();
  }

  @ParameterizedTest
  @MethodSource("places")
  void canBeReadFromTheLastRow(String wanted) throws TimeoutException {
    boolean large = wanted.endsWith("+");
    String place = wanted.replace("+", "");
    LessonFolder folder = LessonFolder.bundled(place.split(":")[0]);
    window = StudioWindow.showLesson(large ? 1600 : 1280, large ? 960 : 720,
        new LessonStart(folder, ReadLesson.of(folder, List.of()).lessons(), 0, AnswerKeeper.NONE));
    lesson = window.lesson();
    window.speak(large ? Texts.CHINESE : Texts.ENGLISH);
    window.press("present");
    int all = lesson.lesson().steps().size();
    for (int step : place.contains(":") ? List.of(Integer.parseInt(place.split(":")[1])) : IntStream.range(0, all).boxed().toList()) {
      window.onScreen(() -> {
        if (lesson.stepProperty().get() != step) {
          lesson.begin(step);
        }
        return null;
      });
      window.until("step " + step,
          () -> lesson.stepProperty().get() == step && Set.of(Phase.ASKING, Phase.READING).contains(lesson.phase()));
      walk(folder.id(), step);
    }
    assertThat(small).isEmpty();
  }

  /** From the text to the last slide, with what is revealed between. */
  private void walk(String id, int step) {
    int slide = 0;
    while (lesson.stepProperty().get() == step && !lesson.endedProperty().get()) {
      window.nextFrames();
      measure(id + ", step " + (step + 1) + ", slide " + (slide + 1) + ": ");
      keep(id + "-" + (step + 1) + "-" + slide);
      window.key(KeyCode.PAGE_DOWN);
      window.until("rest", () -> lesson.endedProperty().get() || !Set.of(Phase.REVEALING, Phase.PREPARING).contains(lesson.phase()));
      slide += 1;
      assertThat(slide).as("the key leads on in step " + (step + 1)).isLessThan(MOST);
    }
    boolean views = lesson.lesson().steps().get(step).show().filter(show -> !show.views().equals(List.of(LessonView.PAD.id()))).isPresent();
    assertThat(slide).as("text and view of step " + (step + 1)).isGreaterThan(views ? 1 : 0);
  }

  private void keep(String name) {
    if (System.getProperty("pictures") != null) {
      StudioWindow.save(window.photograph(), Path.of(System.getProperty("pictures"), name + ".png"));
    }
  }

  private void measure(String place) {
    Stream<String> found = window.onScreen(() -> LayoutFaults.smaller(window.find(".presenter"), LEAST)).stream();
    found.forEach(word -> small.add(place + word));
  }
}
