package studio.backprop.ui.learn.worksheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.Callable;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import studio.backprop.text.Texts;
import studio.backprop.ui.kit.Fonts;
import studio.backprop.ui.kit.FramePulse;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Look;
import studio.backprop.ui.kit.Theme;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.formula.Typesetter;
import studio.backprop.worksheet.SheetDraw;
import studio.backprop.worksheet.SheetKind;
import studio.backprop.worksheet.kind.SheetCatalog;

/** The page of worksheets, by keyboard. */
@ExtendWith(ApplicationExtension.class)
class WorksheetViewTest {
  private final Lang lang = new Lang(Texts.ENGLISH);
  private final WorksheetModel model = new WorksheetModel(new Random(1));
  private Scene scene;

  @Start
  void start(Stage stage) {
    Fonts.load();
    FramePulse pulse = new FramePulse();
    WorksheetPage page = new WorksheetPage(model, lang, new Typesetter(pulse, lang.veil()), pulse);
    scene = new Scene(new StackPane(), 1100, 640);
    new Look(new ThemeModel(Theme.LIGHT)).dress(scene);
    stage.setScene(scene);
    stage.sizeToScene();
    stage.show();
    page.showIn(scene);
  }

  private <T> T onScreen(Callable<T> asked) {
    return WaitForAsyncUtils.waitForAsyncFx(60_000, asked);
  }

  private TextField field(int line) {
    return (TextField) scene.lookup("#sheet-line-" + line);
  }

  private String result() {
    return onScreen(() -> ((Label) scene.lookup("#sheet-result")).getText());
  }

  @Test
  void aSheetIsFilledInByKeyboard(FxRobot robot) {
    assertThat(onScreen(() -> scene.getFocusOwner())).isSameAs(onScreen(() -> field(1)));
    assertThat(onScreen(() -> field(1).getAccessibleText())).isEqualTo("Box 1: weighted sum of hidden unit 1");
    for (SheetEntry entry : model.entries()) {
      onScreen(() -> {
        ((TextField) scene.getFocusOwner()).setText(entry.number() == 1 ? "7" : entry.key());
        return null;
      });
      robot.push(KeyCode.ENTER);
    }
    assertThat(result()).startsWith("6 of 7 boxes earn full marks. The first mistake is in box 1");
    assertThat(onScreen(() -> field(1).getAccessibleText())).isEqualTo("Box 1: weighted sum of hidden unit 1. Not correct");
    onScreen(() -> {
      lang.textsProperty().set(Texts.CHINESE);
      return null;
    });
    assertThat(result()).startsWith("7 个空中有 6 个得满分。第一个错误在第 1 空");
    robot.push(KeyCode.ESCAPE);
    assertThat(onScreen(() -> scene.lookup("#sheet-line-1"))).as("Escape closes the page").isNull();
  }

  @Test
  void everyKindHasAFieldForEachLine() throws Exception {
    ComboBox<?> kinds = (ComboBox<?>) onScreen(() -> scene.lookup("#sheet-kind"));
    for (int i = 0; i < kinds.getItems().size(); i++) {
      int at = i;
      onScreen(() -> {
        kinds.getSelectionModel().select(at);
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        return null;
      });
      SheetKind kind = (SheetKind) kinds.getItems().get(i);
      assertThat(model.sheetProperty().get().kind()).isSameAs(kind);
      int lines = SheetDraw.sheet(kind, 1).lines().size();
      assertThat(onScreen(() -> field(lines))).as(kind.letters()).isNotNull();
      assertThat(onScreen(() -> field(lines + 1))).isNull();
      assertThat(onScreen(() -> ((TextField) scene.lookup("#sheet-code")).getText())).startsWith(kind.letters() + "-");
    }
  }

  @Test
  void aCodeBringsItsSheet() {
    onScreen(() -> {
      TextField code = (TextField) scene.lookup("#sheet-code");
      code.setText("bs-0017-8");
      code.getOnAction().handle(null);
      return null;
    });
    assertThat(model.sheetProperty().get().code()).hasToString("BS-0017-8");
    assertThat(onScreen(() -> ((ComboBox<?>) scene.lookup("#sheet-kind")).getValue()))
        .isSameAs(SheetCatalog.find("backward-step").orElseThrow());
    onScreen(() -> {
      ((Button) scene.lookup("#sheet-new")).fire();
      return null;
    });
    assertThat(model.sheetProperty().get().code().letters()).isEqualTo("BS");
    assertThat(model.sheetProperty().get().code()).doesNotHaveToString("BS-0017-8");
  }
}
