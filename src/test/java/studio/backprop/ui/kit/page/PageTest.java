package studio.backprop.ui.kit.page;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import studio.backprop.text.Texts;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;

/** What every page does, shown by the smallest one. */
@ExtendWith(ApplicationExtension.class)
class PageTest {
  private enum State {
    NOT_READY,
    READY
  }

  private static final class SmallModel extends PageModel {
    private final ObjectProperty<State> state = new SimpleObjectProperty<>(this, "state", State.NOT_READY);
  }

  private static final class SmallPage extends Page {
    private final TextField field = new TextField();
    private final BooleanProperty pressed = new SimpleBooleanProperty();

    SmallPage(SmallModel model, Lang lang) {
      super(model, lang, new Hints(lang), "small", lang.bind("embedding.title"));
      setFocusTraversable(true);
      title.textProperty().bind(lang.bind("embedding.title"));
      compose(head(closeButton("close-small", "M", "embedding.close")), new PageContent(field, model.state.isEqualTo(State.READY),
          Icon.POINTS, PageContent.sentence(lang, "metrics", model.state)).keepFocus(this));
    }

    @Override
    protected boolean press(KeyEvent key) {
      pressed.set(pressed.get() || key.getCode() == KeyCode.L);
      return key.getCode() == KeyCode.L;
    }
  }

  private final SmallModel model = new SmallModel();
  private final Lang lang = new Lang(Texts.ENGLISH);
  private SmallPage page;
  private Button canvas;

  @Start
  void start(Stage stage) {
    page = new SmallPage(model, lang);
    canvas = new Button("canvas");
    stage.setScene(new Scene(new StackPane(canvas, page), 600, 400));
    stage.show();
  }

  private static void onScreen(Runnable work) {
    WaitForAsyncUtils.waitForAsyncFx(5000, work);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private Button close() {
    return (Button) page.lookup("#close-small");
  }

  @Test
  void itIsSeenAndHasTheFocusWhileItIsOpen(FxRobot robot) {
    assertThat(page.isVisible() || page.isManaged()).isFalse();
    onScreen(model::toggle);
    assertThat(page.isVisible() && page.isManaged() && page.isFocused()).isTrue();
    robot.push(KeyCode.L);
    assertThat(page.pressed.get()).as("a key of its own").isTrue();
    onScreen(() -> close().fire());
    assertThat(model.isOpen() || page.isVisible()).isFalse();
  }

  @Test
  void escapeLeadsBackUnlessItIsFixed(FxRobot robot) {
    onScreen(model::toggle);
    onScreen(() -> model.fixedProperty().set(true));
    robot.push(KeyCode.ESCAPE);
    assertThat(model.isOpen()).isTrue();
    assertThat(close().isVisible() || close().isManaged()).isFalse();
    onScreen(() -> model.fixedProperty().set(false));
    assertThat(close().isVisible()).isTrue();
    robot.push(KeyCode.ESCAPE);
    assertThat(model.isOpen()).isFalse();
  }

  @Test
  void withoutContentItSaysWhyAndKeepsTheFocus() {
    onScreen(model::toggle);
    Label sentence = (Label) page.lookup(".empty-state .label");
    assertThat(sentence.getText()).isEqualTo(lang.say("metrics.state.not_ready"));
    assertThat(page.field.isVisible()).isFalse();
    onScreen(() -> model.state.set(State.READY));
    assertThat(page.field.isVisible()).isTrue();
    assertThat(sentence.getParent().isVisible()).isFalse();
    onScreen(page.field::requestFocus);
    onScreen(() -> model.state.set(State.NOT_READY));
    assertThat(page.isFocused()).isTrue();
  }
}
