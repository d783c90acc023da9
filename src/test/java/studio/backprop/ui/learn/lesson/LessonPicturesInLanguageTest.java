package studio.backprop.ui.learn.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelReader;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import studio.backprop.lesson.Lesson;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.lesson.read.ReadLesson;
import studio.backprop.text.Texts;
import studio.backprop.ui.kit.FramePulse;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.formula.Typesetter;

/** A picture with words is shown in the language of the text. */
@ExtendWith(ApplicationExtension.class)
class LessonPicturesInLanguageTest {
  private Stage stage;

  @Start
  void start(Stage shown) {
    stage = shown;
  }

  private Image picture(Texts texts, Map<String, Lesson> lessons) {
    return WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
      Lang lang = new Lang(texts);
      LessonOpening opening = new LessonOpening(LessonFolder.bundled("landscape"), lessons, 0, lang,
          new Typesetter(new FramePulse(), lang.veil()), () -> {});
      stage.setScene(new Scene(opening, 500, 900));
      stage.sizeToScene();
      stage.show();
      opening.applyCss();
      opening.layout();
      return ((ImageView) opening.lookupAll("ImageView").iterator().next()).getImage();
    });
  }

  private static Image file(String name) {
    return new Image(new ByteArrayInputStream(LessonFolder.bundled("landscape").file(name).orElseThrow()));
  }

  private static boolean same(Image a, Image b) {
    PixelReader first = a.getPixelReader();
    PixelReader second = b.getPixelReader();
    boolean same = a.getWidth() == b.getWidth() && a.getHeight() == b.getHeight();
    for (int y = 0; same && y < a.getHeight(); y++) {
      for (int x = 0; same && x < a.getWidth(); x++) {
        same = first.getArgb(x, y) == second.getArgb(x, y);
      }
    }
    return same;
  }

  @Test
  void thePictureHasTheLanguageOfTheWords() {
    Map<String, Lesson> lessons = ReadLesson.of(LessonFolder.bundled("landscape"), List.of()).lessons();
    assertThat(same(file("ravine.png"), file("ravine.zh.png"))).isFalse();
    assertThat(same(picture(Texts.ENGLISH, lessons), file("ravine.png"))).isTrue();
    assertThat(same(picture(Texts.CHINESE, lessons), file("ravine.zh.png"))).isTrue();
  }
}
