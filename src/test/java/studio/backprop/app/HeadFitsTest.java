package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.text.Text;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.backprop.network.Edit;
import studio.backprop.store.SampleProject;
import studio.backprop.text.Message;
import studio.backprop.text.Texts;

/** The bar at the top of a narrow window has room for the name of a project that was never saved, also while it trains. */
class HeadFitsTest {
  private enum Language {
    ENGLISH(Texts.ENGLISH),
    CHINESE(Texts.CHINESE);

    private final Texts texts;

    Language(Texts texts) {
      this.texts = texts;
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1200, 1600})
  void aLongNameIsShortenedAndNeverVanishes(double width) throws Exception {
    StudioWindow window = StudioWindow.show(width, 720);
    try {
      window.open(Path.of("breast-cancer"));
      window.press("play");
      window.nextFrames();
      String shown = window.onScreen(() -> ((Text) window.find("#project").lookup(".text")).getText());
      assertThat(shown).startsWith(width < 1600 ? "B" : "Breast cancer").hasSizeGreaterThan(5);
      Node last = window.find(".top-bar").lookup("#theme");
      assertThat(window.onScreen(() -> last.localToScene(last.getBoundsInLocal()).getMaxX())).as("all has room").isLessThanOrEqualTo(width);
    } finally {
      window.close();
    }
  }

  @ParameterizedTest
  @EnumSource
  void theNameOfANewProjectIsWhole(Language language) throws Exception {
    StudioWindow window = StudioWindow.show(1280, 720);
    try {
      window.speak(language.texts);
      window.open(SampleProject.of("circles"));
      window.onScreen(() -> {
        window.document().apply(new Edit<>(Message.of("edit.rate"), "rate",
            project -> project.withTraining(training -> training.withRate(0.013))));
        window.run().control().speedProperty().set(1);
        return null;
      });
      window.press("play");
      window.nextFrames();
      String name = window.onScreen(() -> ((MenuButton) window.find("#project")).getText());
      assertThat(window.onScreen(() -> ((Text) window.find("#project").lookup(".text")).getText())).isEqualTo(name).contains("•");
    } finally {
      window.close();
    }
  }
}
