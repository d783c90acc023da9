package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.SingleSelectionModel;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.paint.Paint;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import studio.backprop.layer.Input;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.lesson.read.ReadLesson;
import studio.backprop.project.Project;
import studio.backprop.store.Origin;
import studio.backprop.store.Recovery;
import studio.backprop.store.RecoverySlot;
import studio.backprop.store.Saved;
import studio.backprop.text.Texts;
import studio.backprop.ui.design.designer.edit.Lens;
import studio.backprop.ui.kit.Fonts;
import studio.backprop.ui.kit.SteadyRobot;

/** The process from its first window to its last: what a crash left behind is restored, and a second window lives on alone. */
class WindowsStoryTest {
  private final AtomicInteger ends = new AtomicInteger();
  private List<Window> before;
  private @TempDir Path home;

  @BeforeEach
  void start() throws Exception {
    FxToolkit.registerPrimaryStage();
    Project project = Project.EMPTY.withNetwork(network -> network.add(Input.row(7), 0, 0));
    try (RecoverySlot slot = new Recovery(home.resolve("recovery")).newSlot()) {
      slot.write(Saved.of(project), new Origin("mine", Optional.empty(), Instant.now()));
    }
    before = onScreen(() -> List.copyOf(Window.getWindows()));
    onScreen(() -> {
      Fonts.load();
      new Windows(new Preferences(home.resolve("window.properties")), Texts.ENGLISH, ends::incrementAndGet).open(Optional.empty());
      return null;
    });
  }

  @AfterEach
  void end() throws TimeoutException {
    onScreen(() -> {
      stages().forEach(Stage::hide);
      return null;
    });
    FxToolkit.cleanupStages();
  }

  @Test
  void aLeftoverIsRestoredAndTheLastWindowEndsTheProcess() {
    until(() -> find("#recovery-restore").isVisible());
    assertThat(onScreen(() -> find(".recovery").localToScene(0, 0).getY())).as("a row of the start screen").isZero();
    fire("#new-network");
    until(() -> find(".top-bar") != null && find(".recovery").localToScene(0, 0).getY() > 0.7 * find(".recovery").getScene().getHeight());
    assertThat(onScreen(() -> find(".recovery").localToScene(0, 0).getX())).as("over a project it stands at the left").isLessThan(40);
    assertThat(onScreen(() -> find(".top-bar").localToScene(0, 0).getY())).as("it takes no place at the top").isZero();
    assertThat(onScreen(() -> ((Region) find(".shell")).localToScene(0, ((Region) find(".shell")).getHeight()).getY() - find(".recovery")
        .localToScene(0, 0).getY()))
        .as("it covers nothing").isLessThanOrEqualTo(0.5);
    assertThat(onScreen(() -> ((Region) find(".recovery")).getHeight())).as("one line").isLessThan(40);
    fire("#recovery-restore");
    until(() -> title(0).startsWith("mine •"));
    assertThat(onScreen(() -> find(".recovery").isVisible())).isFalse();

    Paint light = onScreen(() -> stages().get(0).getScene().getFill());
    fire("#theme");
    Paint dark = onScreen(() -> stages().get(0).getScene().getFill());
    assertThat(dark).isNotEqualTo(light);
    new SteadyRobot().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.N);
    until(() -> stages().size() == 2);
    assertThat(onScreen(() -> stages().get(1).getScene().getFill())).as("the next window looks like this one").isEqualTo(dark);
    fire("#theme");
    assertThat(onScreen(() -> stages().stream().map(stage -> stage.getScene().getFill()).toList())).containsExactly(light, light);
    assertThat(onScreen(() -> title(1))).startsWith("Untitled");
    WeakReference<Object> first = onScreen(() -> new WeakReference<>(find(".designer-bar")));
    hide(0);
    assertThat(ends).hasValue(0);
    until(() -> gone(first));
    assertThat(home.resolve("recovery")).as("a window that is closed leaves no copy").isEmptyDirectory();
    hide(0);
    assertThat(ends).hasValue(1);
  }

  @Test
  void aWindowMayBeClosedWhileItsRoomsAreMade() {
    until(() -> find("#recovery-restore").isVisible());
    hide(0);
    assertThat(ends).hasValue(1);
  }

  @Test
  void theNextLessonFollowsInTheOnlyWindow() {
    until(() -> find("#recovery-restore").isVisible());
    hide(0);
    ends.set(0);
    LessonFolder folder = LessonFolder.bundled("first-neuron");
    int last = ReadLesson.of(folder, List.of()).lessons().get("en").steps().size() - 1;
    onScreen(() -> {
      new Windows(new Preferences(home.resolve("window.properties")), Texts.ENGLISH, ends::incrementAndGet)
          .openLesson(folder, Optional.of(last), Optional.empty(), false);
      return null;
    });
    until(() -> find("#lesson-main") instanceof Button);
    String here = onScreen(() -> title(0));
    until(() -> {
      boolean ended = ((Button) find("#lesson-main")).getText().equals(Texts.ENGLISH.say("lesson.next_lesson"));
      if (!ended && find("#lesson-skip") instanceof ButtonBase skip) {
        skip.fire();
      }
      return ended;
    });
    fire("#lesson-main");
    until(() -> stages().size() == 1 && !title(0).equals(here));
    assertThat(ends).as("the process goes on with the next lesson").hasValue(0);
    hide(0);
    assertThat(ends).hasValue(1);
  }

  @Test
  void theLensAndThePanelAreFoundAgain() {
    until(() -> find("#recovery-restore").isVisible());
    fire("#recovery-restore");
    until(() -> title(0).startsWith("mine •"));
    onScreen(() -> {
      lens(Lens.WEIGHTS).fire();
      rooms().select(1);
      return null;
    });
    hide(0);
    onScreen(() -> {
      new Windows(new Preferences(home.resolve("window.properties")), Texts.ENGLISH, ends::incrementAndGet)
          .open(Optional.of(Path.of("circles")));
      return null;
    });
    until(() -> title(0).startsWith("Circles"));
    assertThat(onScreen(() -> rooms().getSelectedIndex())).isEqualTo(1);
    assertThat(onScreen(() -> lens(Lens.WEIGHTS).isSelected())).isTrue();
  }

  /** Whether nothing holds it any more: a window that is closed costs no memory. */
  private static boolean gone(WeakReference<?> thing) {
    System.gc();
    return thing.get() == null;
  }

  private ToggleButton lens(Lens lens) {
    return (ToggleButton) find(".designer-bar").lookupAll(".toggle-button").toArray()[lens.ordinal()];
  }

  private SingleSelectionModel<Tab> rooms() {
    return ((TabPane) find(".palette .tab-pane")).getSelectionModel();
  }

  private void fire(String button) {
    onScreen(() -> {
      ((Button) find(button)).fire();
      return null;
    });
  }

  private void hide(int window) {
    onScreen(() -> {
      stages().get(window).hide();
      return null;
    });
  }

  private Node find(String selector) {
    return stages().get(0).getScene().lookup(selector);
  }

  private String title(int window) {
    return stages().get(window).getTitle();
  }

  private List<Stage> stages() {
    return Window.getWindows().stream().filter(window -> !before.contains(window)).filter(Stage.class::isInstance).map(Stage.class::cast)
        .toList();
  }

  private void until(BooleanSupplier so) {
    try {
      WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> onScreen(so::getAsBoolean));
    } catch (TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  private static <T> T onScreen(Callable<T> action) {
    return WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(60), action);
  }
}
