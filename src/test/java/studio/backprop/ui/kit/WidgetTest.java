package studio.backprop.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelReader;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.util.Subscription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import studio.backprop.text.Texts;

@ExtendWith(ApplicationExtension.class)
class WidgetTest {
  private final FxRobot robot = new SteadyRobot();
  private static final long PATIENCE_MILLIS = 60_000;

  private final Lang lang = new Lang(Texts.ENGLISH);
  private final NumberModel rate = new NumberModel(NumberRange.positive(), 0.001);
  private final Scale signed = Theme.LIGHT.palette().signed();
  private NumberField field;
  private Segmented<String> padding;
  private Button elsewhere;

  @Start
  void start(Stage stage) {
    Fonts.load();
    field = new NumberField(lang, rate, new SimpleStringProperty("Learning rate")).withRange();
    padding = new Segmented<String>(new SimpleStringProperty("Padding"))
        .add("same", new SimpleStringProperty("Same")).add("valid", new SimpleStringProperty("Valid"));
    elsewhere = new Button("Elsewhere");
    Scene scene = new Scene(new StackPane(new VBox(field, padding, elsewhere)), 400, 300);
    new Look(new ThemeModel(Theme.LIGHT)).dress(scene);
    stage.setScene(scene);
    stage.sizeToScene();
    stage.show();
  }

  @Test
  void enterTakesATypedNumber() {
    type("2e-2");
    robot.push(KeyCode.ENTER);
    assertThat(rate.value()).isEqualTo(0.02);
    assertThat(entry().getText()).isEqualTo("0.02");
  }

  @Test
  void enterLetsGoOfTheKeysAndSpaceIsNoPartOfANumber() {
    List<String> heard = new CopyOnWriteArrayList<>();
    field.getScene().getRoot()
        .addEventHandler(KeyEvent.KEY_PRESSED, key -> heard.add(key.getCode() + " at a text: " + (key.getTarget() instanceof TextField)));
    type("0.02");
    robot.push(KeyCode.SPACE);
    assertThat(rate.value()).isEqualTo(0.02);
    assertThat(entry().getText()).isEqualTo("0.02");
    assertThat(heard).contains("SPACE at a text: false");
    type("0.03");
    robot.push(KeyCode.ENTER);
    assertThat(entry().isFocused()).isFalse();
    robot.push(KeyCode.TAB);
    assertThat(WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MILLIS, () -> field.getScene().getFocusOwner())).as("the way goes on from here")
        .isInstanceOf(ToggleButton.class);
    type("no number");
    robot.push(KeyCode.ENTER);
    assertThat(entry().isFocused()).as("what is refused stays in hand").isTrue();
  }

  @Test
  void aKeyOnItsWayToWhatLiesUnderACoverBelongsToTheCover() {
    WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MILLIS, () -> {
      Finder<String> finder = new Finder<>(lang, "command", typed -> List.of());
      Overlay overlay = new Overlay(finder);
      overlay.showIn(field.getScene());
      Event.fireEvent(elsewhere, new KeyEvent(KeyEvent.KEY_TYPED, "a", "", KeyCode.UNDEFINED, false, false, false, false));
      assertThat(((TextField) finder.lookup("#command-search")).getText()).isEqualTo("a");
      overlay.close();
      return null;
    });
  }

  @Test
  void aRoundedNumberStaysWhatItIsUntilAnotherIsTyped() {
    WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MILLIS, () -> {
      field.rounded(4);
      rate.valueProperty().set(0.557506382);
    });
    assertThat(entry().getText()).isEqualTo("0.5575");
    assertThat(entry().getTooltip().getText()).isEqualTo("Exactly 0.557506382");
    type("0.5575");
    robot.push(KeyCode.ENTER);
    assertThat(rate.value()).isEqualTo(0.557506382);
    type("0.5576");
    robot.push(KeyCode.ENTER);
    assertThat(rate.value()).isEqualTo(0.5576);
    assertThat(entry().getTooltip()).as("there is no more to say").isNull();
  }

  @Test
  void leavingTheFieldTakesATypedNumber() {
    type("0.5");
    robot.clickOn(elsewhere);
    assertThat(rate.value()).isEqualTo(0.5);
  }

  @Test
  void aRefusedNumberIsExplainedUnderTheFieldAndEscapeBringsTheLastOneBack() {
    type("-1");
    robot.push(KeyCode.ENTER);
    Label refusal = (Label) field.lookup(".refusal");
    assertThat(refusal.getText()).isEqualTo("The value must be above 0, but was −1.");
    assertThat(refusal.isVisible()).isTrue();
    robot.push(KeyCode.ESCAPE);
    assertThat(refusal.isVisible()).isFalse();
    assertThat(entry().getText()).isEqualTo("0.001");
  }

  @Test
  void aRefusedEntryGoesWithItsReason() {
    type("abc");
    robot.clickOn(elsewhere);
    assertThat(entry().getText()).isEqualTo("abc");
    robot.interact(rate::restore); // as forms do once the document has changed, undo included
    assertThat(entry().getText()).isEqualTo("0.001");
    type("-2");
    robot.push(KeyCode.ENTER);
    robot.interact(() -> rate.valueProperty().set(0.5));
    assertThat(entry().getText()).isEqualTo("0.5");
    type("-2");
    robot.push(KeyCode.ENTER);
    type("0.25");
    robot.push(KeyCode.ENTER);
    assertThat(rate.value()).as("what is typed after a refusal is taken").isEqualTo(0.25);
    assertThat(entry().getText()).isEqualTo("0.25");
  }

  @Test
  void arrowKeysChangeTheNumber() {
    robot.clickOn(entry()).push(KeyCode.UP);
    assertThat(rate.value()).isEqualTo(0.002);
    assertThat(entry().getText()).isEqualTo("0.002");
    robot.push(KeyCode.DOWN);
    assertThat(rate.value()).isEqualTo(0.001);
  }

  @Test
  void theMouseCanUseTheArrowsOfAField() {
    robot.clickOn(field.lookup(".arrow-up"));
    assertThat(rate.value()).isEqualTo(0.002);
  }

  @Test
  void theRangeIsSaidInTheReadersLanguage() {
    Label range = (Label) field.lookup(".range");
    assertThat(range.getText()).isEqualTo("above 0");
    WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MILLIS, () -> lang.textsProperty().set(Texts.CHINESE));
    assertThat(range.getText()).isEqualTo("大于 0");
  }

  @Test
  void theRangeIsShownToWhoTypesOrHasTypedAnotherNumber() {
    Node range = field.lookup(".range");
    System.gc(); // a listener that nobody refers to would be gone
    robot.clickOn(elsewhere);
    assertThat(isShown(range)).as("at rest it would be noise").isFalse();
    robot.clickOn(entry());
    assertThat(isShown(range)).isTrue();
    type("-4");
    robot.push(KeyCode.ENTER);
    assertThat(isShown(range)).as("after a refusal").isTrue();
    robot.push(KeyCode.ESCAPE);
    type("0.5");
    robot.push(KeyCode.ENTER);
    assertThat(rate.value()).isEqualTo(0.5);
    assertThat(isShown(range)).isFalse();
  }

  /** With the style of now: it would come with the next frame. */
  private static boolean isShown(Node node) {
    return WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MILLIS, () -> {
      node.getScene().getRoot().applyCss();
      return node.isVisible();
    });
  }

  @Test
  void exactlyOneSegmentIsTaken() {
    ToggleButton same = (ToggleButton) padding.getChildren().get(0);
    assertThat(padding.value()).isEqualTo("same");
    robot.clickOn(same);
    assertThat(same.isSelected()).isTrue();
    robot.clickOn("Valid");
    assertThat(padding.value()).isEqualTo("valid");
    WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MILLIS, () -> padding.valueProperty().set("same"));
    assertThat(same.isSelected()).isTrue();
  }

  @Test
  void arrowKeysMoveTheChoice() {
    robot.clickOn("Same").push(KeyCode.RIGHT);
    assertThat(padding.value()).isEqualTo("valid");
  }

  @Test
  void eachNumberOfAMapIsACrispCell() {
    HeatMap map = new HeatMap(new HeatMap.Tiles(2, 1, 4, 4, 1));
    WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MILLIS, () -> {
      map.scaleProperty().set(signed);
      map.show(new float[] {1, -1, 0, 0.5f, 2, 2, 2, 2}, 0, 2, 2, 2, 2);
    });
    PixelReader pixels = ((ImageView) map.getChildrenUnmodifiable().get(0)).getImage().getPixelReader();
    assertThat(pixels.getArgb(1, 1)).isEqualTo(signed.argb(0.5));
    assertThat(pixels.getArgb(2, 1)).isEqualTo(signed.argb(-0.5));
    assertThat(pixels.getArgb(1, 2)).isEqualTo(signed.argb(0));
    assertThat(pixels.getArgb(4, 2)).as("the gap").isZero();
    assertThat(pixels.getArgb(5, 0)).isEqualTo(signed.argb(1));
  }

  @Test
  void aPlaceInAMapIsTheNumberShownThere() {
    HeatMap map = new HeatMap(new HeatMap.Tiles(2, 2, 4, 4, 1));
    map.show(new float[13], 1, 3, 2, 2, 1);
    assertThat(List.of(map.indexAt(0, 0), map.indexAt(3, 3), map.indexAt(5, 0), map.indexAt(0, 5))).containsExactly(1, 4, 5, 9);
    assertThat(List.of(map.indexAt(4, 0), map.indexAt(-1, 0), map.indexAt(9, 0), map.indexAt(6, 6))).containsOnly(-1);
  }

  @Test
  void aMapOfALowerColumnIsFoundWhereItIsShown() {
    HeatMap.Tiles tiles = new HeatMap.Tiles(2, 2, 4, 4, 2, 3);
    HeatMap map = new HeatMap(tiles);
    map.show(new float[3], 0, 3, 1, 1, 1);
    for (int i = 0; i < 3; i++) {
      assertThat(map.mapAt(tiles.left(i) + 1, tiles.top(i) + 1)).isEqualTo(i);
    }
    assertThat(map.mapAt(7, 1)).as("over the lower column").isEqualTo(-1);
  }

  @Test
  void withReducedMotionAValueIsAtOnceWhereItBelongs() {
    Motion motion = new Motion();
    motion.reducedProperty().set(true);
    SimpleDoubleProperty width = new SimpleDoubleProperty(2);
    WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MILLIS, () -> motion.move(width, 22.0, Motion.CELL));
    assertThat(width.get()).isEqualTo(22);
  }

  @Test
  void aPulseBeatsOnlyForThoseWhoListen() throws Exception {
    Pulse pulse = new FramePulse();
    CountDownLatch beats = new CountDownLatch(3);
    Subscription listening = WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MILLIS, () -> pulse.subscribe(beats::countDown));
    assertThat(beats.await(60, TimeUnit.SECONDS)).isTrue();
    CountDownLatch soon = new CountDownLatch(1);
    pulse.soon(soon::countDown);
    assertThat(soon.await(60, TimeUnit.SECONDS)).isTrue();
    WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MILLIS, listening::unsubscribe);
  }

  private void type(String text) {
    robot.clickOn(entry()).push(KeyCode.CONTROL, KeyCode.A).write(text);
  }

  private TextField entry() {
    return (TextField) field.lookup(".text-field");
  }

  @Test
  void ofManyTipsForOneNodeOnlyTheLastIsMadeWhenItIsPointedAt() {
    List<String> made = new CopyOnWriteArrayList<>();
    WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MILLIS, () -> {
      for (int i = 0; i < 100; i++) {
        String text = "tip " + i;
        Hints.whenPointedAt(elsewhere, () -> {
          made.add(text);
          return new Tooltip(text);
        });
      }
    });
    assertThat(made).isEmpty();
    robot.moveTo(elsewhere);
    robot.moveTo(field);
    robot.moveTo(elsewhere);
    assertThat(made).containsExactly("tip 99");
  }
}
