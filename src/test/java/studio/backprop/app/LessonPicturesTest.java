package studio.backprop.app;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.embed.swing.SwingFXUtils;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.lesson.read.ReadLesson;
import studio.backprop.text.Texts;
import studio.backprop.ui.kit.Colours;
import studio.backprop.ui.learn.lesson.AnswerKeeper;
import studio.backprop.ui.learn.lesson.LessonModel;
import studio.backprop.ui.learn.lesson.Phase;

/** Takes the picture of a lesson for the guide: a prediction that came out differently. */
@Tag("screenshots")
class LessonPicturesTest {
  private static final int STEP = 3;

  private StudioWindow window;

  @AfterEach
  void close() throws TimeoutException {
    window.close();
  }

  static Stream<Texts> languages() {
    return Texts.all().stream();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void aPredictionBesideWhatHappened(Texts texts) throws TimeoutException, IOException {
    LessonFolder folder = LessonFolder.bundled("first-neuron");
    window = StudioWindow.showLesson(1600, 960,
        new LessonStart(folder, ReadLesson.of(folder, List.of()).lessons(), STEP, AnswerKeeper.NONE));
    LessonModel lesson = window.lesson();
    window.onScreen(() -> {
      window.lang().textsProperty().set(texts);
      return null;
    });
    window.until("the step is open", () -> lesson.phase() == Phase.ASKING);
    window.onScreen(() -> {
      lesson.question().choose("twenty");
      lesson.answering().sureProperty().set(2);
      lesson.question().reveal();
      return null;
    });
    window.until("it is revealed", () -> lesson.phase() == Phase.DONE);
    window.nextFrames();
    window.nextFrames();
    BufferedImage picture = SwingFXUtils.fromFXImage(window.photograph(), null);
    File file = new File("docs/images/lesson-" + texts.locale().getLanguage() + ".png");
    ImageIO.write(new Colours(List.of(picture)).few(picture), "png", file);
  }
}
